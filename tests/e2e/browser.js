// How Chromium is started: the one on this machine, without sandbox (tests run as root in containers) and without the
// calls home that it makes on its own.
export const browser = {
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
  ],
};
