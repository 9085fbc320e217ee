// Chromium as `wasm-bindgen-test-runner` is to start it: its `webdriver.json`, on standard output.
import { browser } from "./browser.js";

const { executablePath: binary, args } = browser;
console.log(JSON.stringify({ "goog:chromeOptions": { binary, args: ["--headless=new", ...args] } }));
