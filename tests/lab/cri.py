"""Pulls an image as the kubelet does: by one call to the runtime's socket, runtime.v1.ImageService/PullImage.

The messages have so few fields that they are encoded here by hand; api.proto of k8s.io/cri-api names the numbers.
"""

import time

import grpc

SERVICE = "/runtime.v1.ImageService/"
PULL_TIMEOUT = 120

# The one name that Go writes differently.
GO_NAMES = {"CANCELLED": "Canceled"}


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes(out) + bytes([number])


def field(number, value):
    """A field that holds a text or a message."""
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def pull_request(image, login):
    request = field(1, field(1, image))  # PullImageRequest.image = ImageSpec{image}
    if login:
        name, _, password = login.partition(":")
        request += field(2, field(1, name) + field(2, password))  # .auth = AuthConfig{username, password}
    return request


def text_of(response):
    """PullImageResponse.image_ref, the only field: its key, its length, and the text."""
    return response[2:].decode()


def as_go_prints(code, details):
    """What the kubelet has in its hands: google.golang.org/grpc prints a status in this form."""
    name = GO_NAMES.get(code.name, code.name.title().replace("_", ""))
    return f"rpc error: code = {name} desc = {details}"


class Runtime:
    def __init__(self, socket):
        self.channel = grpc.insecure_channel(f"unix:{socket}")

    def call(self, method, request, timeout):
        return self.channel.unary_unary(SERVICE + method)(request, timeout=timeout)

    def wait(self, seconds):
        """Until the runtime takes calls: it listens before its plugins are ready."""
        for left in range(seconds * 5, -1, -1):
            try:
                return self.call("ListImages", b"", 5)
            except grpc.RpcError:
                if not left:
                    raise
                time.sleep(0.2)

    def pull(self, image, login):
        """What is recorded of a pull: the id that was returned, or what was said."""
        try:
            return {"returned": text_of(self.call("PullImage", pull_request(image, login), PULL_TIMEOUT))}
        except grpc.RpcError as error:
            return {"said": as_go_prints(error.code(), error.details())}
