/** What a solution is held to where the data leave it open. */
export interface Prior {
  readonly hold: number;
  readonly towards: Float64Array;
}

/** Samples that are added together: the matrix is gone through once for all of them. */
const AT_ONCE = 4;

/** The linear filter that comes nearest to what should come out of each sample, by normal equations. */
export class LeastSquares {
  readonly #size: number;
  /** The lower half of a symmetric matrix, row by row, and the right side. */
  readonly #squares: Float64Array;
  readonly #products: Float64Array;
  /** Samples not yet added, one after the other. */
  readonly #taps: Float64Array;
  readonly #targets = new Float64Array(AT_ONCE);
  #waiting = 0;

  /** @param size how many taps a sample has */
  constructor(size: number) {
    this.#size = size;
    this.#squares = new Float64Array(size * size);
    this.#products = new Float64Array(size);
    this.#taps = new Float64Array(AT_ONCE * size);
  }

  /**
   * Adds one sample.
   *
   * @param write puts its taps into an array, from a place on
   * @param target what should come out
   */
  add(write: (taps: Float64Array, from: number) => void, target: number): void {
    write(this.#taps, this.#waiting * this.#size);
    this.#targets[this.#waiting] = target;
    this.#waiting += 1;
    if (this.#waiting === AT_ONCE) this.#addWaiting();
  }

  /** The filter; nothing may be added afterwards. */
  solve(prior: Prior): Float64Array {
    if (this.#waiting > 0) this.#addWaiting();
    const [squares, size] = [this.#squares, this.#size];
    for (let index = 0; index < size; index += 1) {
      squares[index * size + index] = (squares[index * size + index] ?? 0) + prior.hold;
    }
    factor(squares, size);
    const right = this.#products.map(
      (value, index) => value + prior.hold * (prior.towards[index] ?? 0),
    );
    return substitute(squares, right);
  }

  #addWaiting(): void {
    // Of what is missing to four nothing comes.
    this.#taps.fill(0, this.#waiting * this.#size);
    this.#targets.fill(0, this.#waiting);
    this.#waiting = 0;
    addFour(this.#squares, this.#products, { taps: this.#taps, targets: this.#targets });
  }
}

interface Four {
  readonly taps: Float64Array;
  readonly targets: Float64Array;
}

/** Most of the time that learning takes is spent in the inner loop. */
function addFour(squares: Float64Array, products: Float64Array, { taps, targets }: Four): void {
  const size = products.length;
  const [second, third, fourth] = [size, 2 * size, 3 * size];
  const [wantedA = 0, wantedB = 0, wantedC = 0, wantedD = 0] = targets;
  for (let row = 0; row < size; row += 1) {
    const a = taps[row] ?? 0;
    const b = taps[second + row] ?? 0;
    const c = taps[third + row] ?? 0;
    const d = taps[fourth + row] ?? 0;
    products[row] =
      (products[row] ?? 0) + (a * wantedA + b * wantedB) + (c * wantedC + d * wantedD);
    const line = row * size;
    for (let column = 0; column <= row; column += 1) {
      squares[line + column] =
        (squares[line + column] ?? 0) +
        (a * (taps[column] ?? 0) + b * (taps[second + column] ?? 0)) +
        (c * (taps[third + column] ?? 0) + d * (taps[fourth + column] ?? 0));
    }
  }
}

/** Turns the lower half into the triangle whose product with its mirror image it is. */
function factor(lower: Float64Array, size: number): void {
  const at = (row: number, column: number) => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      let sum = at(row, column);
      for (let index = 0; index < column; index += 1) sum -= at(row, index) * at(column, index);
      const pivot = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / at(column, column);
      lower[row * size + column] = pivot;
    }
  }
}

/** Down the triangle and up its mirror image; `values` becomes the solution. */
function substitute(lower: Float64Array, values: Float64Array): Float64Array {
  const size = values.length;
  const at = (row: number, column: number) => lower[row * size + column] ?? 0;
  for (let row = 0; row < size; row += 1) {
    let sum = values[row] ?? 0;
    for (let index = 0; index < row; index += 1) sum -= at(row, index) * (values[index] ?? 0);
    values[row] = sum / at(row, row);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = values[row] ?? 0;
    for (let index = row + 1; index < size; index += 1)
      sum -= at(index, row) * (values[index] ?? 0);
    values[row] = sum / at(row, row);
  }
  return values;
}
