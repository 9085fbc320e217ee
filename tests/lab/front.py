"""The registry front: listens in the place of registries, and answers as faults.yaml says.

Usage: front.py IMAGES CERTIFICATES
"""

import json
import re
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from faults import load, repository_of, server_of


# `token` is the name of the first days, `access_token` that of OAuth, which containerd asks for with a login.
TOKEN = {"status": 200, "body": '{"token":"lab","access_token":"lab","expires_in":300}'}
UNKNOWN = {"status": 404, "body": '{"errors":[{"code":"NAME_UNKNOWN","message":"repository name not known to registry"}]}'}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "lab", ""

    def do_GET(self):
        url = urlsplit(self.path)
        sent = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        asked = parse_qs(url.query) | parse_qs(sent)
        self.answer(url.path, asked.get("scope", [""])[0])

    do_HEAD = do_POST = do_GET

    def answer(self, path, scope):
        """Finds the fault that this request is about, and lets it decide."""
        faults = self.server.faults
        for fault in faults:
            if "every" in fault:
                return self.send(fault["every"])
        if path == "/token":
            fault = next((fault for fault in faults if f":{repository_of(fault['image'])}:" in scope), {})
            return self.send(fault.get("token", TOKEN))
        if self.server.lab.get("realm") and not self.headers.get("Authorization", "").startswith("Bearer "):
            return self.challenge(path)
        parts = re.fullmatch(r"/v2/(.+)/(manifests|blobs)/(.+)", path)
        if not parts:
            return self.send({"status": 200, "body": "{}"})
        repository, kind, name = parts.groups()
        fault = next((fault for fault in faults if repository_of(fault["image"]) == repository), None)
        if not fault:
            return self.send(UNKNOWN)
        if "manifest" in fault and kind == "manifests":
            return self.send(fault["manifest"])
        self.give(fault, name)

    def challenge(self, path):
        """401, and where a token is to be had."""
        lab = self.server.lab
        header = f'Bearer realm="{lab["realm"]}",service="{lab["service"]}"'
        if parts := re.match(r"/v2/(.+)/(?:manifests|blobs)/", path):
            header += f',scope="repository:{parts[1]}:pull"'
        body = '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}'
        self.send({"status": 401, "headers": {"WWW-Authenticate": header}, "body": body})

    def give(self, fault, name):
        """A manifest or a blob of the image that the fault has."""
        folder = Path(self.server.images) / fault["id"]
        if not name.startswith("sha256:"):
            name = json.loads((folder / "index.json").read_text())["manifests"][0]["digest"]
        data = (folder / "blobs" / "sha256" / name.removeprefix("sha256:")).read_bytes()
        media_type = "application/octet-stream"
        if data.startswith(b"{"):
            media_type = json.loads(data).get("mediaType", media_type)
        elif fault.get("cut"):
            return self.cut(data)
        self.send({
            "status": 200,
            "headers": {"Content-Type": media_type, "Docker-Content-Digest": name},
            "body": data,
        })

    def cut(self, data):
        """Promises the whole layer and ends in its middle; whoever asks for the rest gets nothing of it."""
        asked = re.fullmatch(r"bytes=(\d+)-\d*", self.headers.get("Range", ""))
        start = int(asked[1]) if asked else 0
        self.send_response(206 if asked else 200)
        if asked:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data[start:len(data) // 2])
        self.close_connection = True

    def send(self, answer):
        body = answer.get("body", "")
        body = body if isinstance(body, bytes) else body.encode()
        self.send_response(answer["status"])
        headers = {"Content-Type": "application/json", "Docker-Distribution-Api-Version": "registry/2.0"}
        for name, value in (headers | answer.get("headers", {})).items():
            self.send_header(name, str(value))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, form, *arguments):
        """One line for each request, for whoever looks into the work folder: which fault was asked for, and how."""
        print(self.headers.get("Host") if hasattr(self, "headers") else "?", form % arguments, flush=True)


class Front(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """Clients that do not trust a certificate hang up: that is what they are here for."""


def listen(lab, faults, images, certificates):
    front = Front((lab["address"], lab["port"]), Handler)
    front.lab, front.images = lab, images
    own = [f"{name}:{lab['port']}" for name in lab["names"]]
    front.faults = [fault for fault in faults if server_of(fault["image"]) in own]
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    name = f"{certificates}/{lab.get('certificate', 'good')}"
    context.load_cert_chain(f"{name}.crt", f"{name}.key")
    # The handshake belongs into the thread of the connection, or one client that is slow would stop all others.
    front.socket = context.wrap_socket(front.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=front.serve_forever).start()


def main(images, certificates):
    lab = load()
    for server in lab["servers"]:
        if server["kind"] == "front":
            listen(server, lab["faults"], images, certificates)


if __name__ == "__main__":
    main(*sys.argv[1:])
