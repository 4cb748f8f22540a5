// One file on its way, in parts (tus 1.0.0): it goes on by itself after the network was lost, and where it stopped when the page is
// opened anew and the same file chosen. `run` ends with {address} of what became of it, {problem} in words, or {} if it was cancelled.
import { ask, fingerprint, metadata, rest, said } from "./asking.js";

const [LEAST, FIRST, MOST] = [0.25, 2, 8].map((mebibytes) => mebibytes * 1024 * 1024); // bytes of a part
const QUICK = 3000; // milliseconds: a part that took no longer is followed by a larger one
const LONGEST_WAIT = 30000;
const LATER = new Set([0, 408, 409, 423, 500, 502, 503, 504]);

export class Sending {
  // told: {purpose, form} for the server; progress(bytes), waits(true or false) for the page.
  constructor(file, { address, token, told, progress, waits }) {
    Object.assign(this, { file, address, token, told, progress, waits, offset: null, part: FIRST, failures: 0 });
    this.key = `sending-${fingerprint(`${address} ${file.name} ${file.size} ${file.lastModified}`)}`;
    this.where = sessionStorage.getItem(this.key);
  }

  async run() {
    for (;;) {
      await this.held;
      const end = this.cancelled ? {} : await this.step();
      if (!end) continue;
      if (!end.kept) this.forget();
      return end;
    }
  }

  // What comes next: to announce the file, to ask how much of it is there, to send a part, or to ask what became of it.
  step() {
    if (!this.where) return this.announce();
    if (this.offset === null) return this.ask();
    return this.offset < this.file.size ? this.send() : this.outcome();
  }

  async announce() {
    const about = metadata({ filename: this.file.name, filetype: this.file.type, ...this.told });
    const answer = await this.request("POST", this.address, { "Upload-Length": this.file.size, "Upload-Metadata": about });
    if (answer.status !== 201) return this.otherwise(answer);
    this.where = answer.getResponseHeader("Location");
    sessionStorage.setItem(this.key, this.where);
    return this.arrived(0);
  }

  async ask() {
    const answer = await this.request("HEAD", this.where);
    const offset = answer.getResponseHeader("Upload-Offset");
    return offset === null ? this.otherwise(answer) : this.arrived(Number(offset));
  }

  async send() {
    const began = performance.now();
    const headers = { "Upload-Offset": this.offset, "Content-Type": "application/offset+octet-stream" };
    const answer = await this.request("PATCH", this.where, headers, this.file.slice(this.offset, this.offset + this.part));
    if (answer.status !== 204) return this.otherwise(answer);
    if (performance.now() - began < QUICK) this.part = Math.min(MOST, this.part * 2);
    return this.arrived(Number(answer.getResponseHeader("Upload-Offset")));
  }

  async outcome() {
    const answer = await this.request("GET", this.where);
    const { address, problem } = said(answer);
    if (address || problem) return { address, problem };
    return answer.status === 200 ? this.pause(500) : this.otherwise(answer);
  }

  arrived(offset) {
    this.offset = offset;
    this.failures = 0;
    this.waits(false);
    this.progress(offset);
  }

  // What did not go through is begun anew, waited for, or said. What has arrived stays where somebody has to act first.
  otherwise(answer) {
    const { status, responseURL } = answer;
    this.offset = null;
    this.part = Math.max(LEAST, this.part / 2);
    if (this.held || this.cancelled) return null;
    if (responseURL && !responseURL.endsWith(this.where ?? this.address)) return { signedOut: true, kept: true };
    if (status === 404 && this.where) return this.forget();
    if (!LATER.has(status)) return { problem: said(answer).problem, kept: status === 507 };
    this.waits(status === 0);
    this.failures += 1;
    return this.pause(Math.min(LONGEST_WAIT, 500 * 2 ** this.failures));
  }

  pause(milliseconds) {
    return rest(milliseconds, (wake) => (this.wake = wake));
  }

  hold() {
    this.held = new Promise((resolve) => (this.release = resolve));
    this.asked?.abort();
  }

  goOn() {
    this.release?.();
    this.held = null;
  }

  cancel() {
    this.cancelled = true;
    this.asked?.abort();
    this.goOn();
    this.wake?.();
    if (this.where) this.request("DELETE", this.where);
  }

  forget() {
    sessionStorage.removeItem(this.key);
    this.where = this.offset = null;
  }

  request(method, address, headers, body) {
    const from = this.offset;
    this.asked = ask(method, address, { "X-CSRFToken": this.token, ...headers }, body, (bytes) => this.progress(from + bytes));
    return this.asked.answered;
  }
}
