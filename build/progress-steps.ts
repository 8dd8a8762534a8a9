/** Prints what is going on as numbered lines with the seconds since the start, on stderr. */
export class ProgressSteps {
  readonly #total: number;
  readonly #started = performance.now();
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** Begins the next step. */
  next(title: string): void {
    this.#done += 1;
    this.#print(`[${this.#done}/${this.#total}] ${title}…`);
  }

  /** Says something within the current step. */
  say(line: string): void {
    this.#print(`      ${line}`);
  }

  #print(text: string): void {
    const seconds = ((performance.now() - this.#started) / 1000).toFixed(1);
    process.stderr.write(`${seconds.padStart(6)} s  ${text}\n`);
  }
}
