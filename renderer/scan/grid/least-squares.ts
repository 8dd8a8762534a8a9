/** What a solution is held to where the data leave it open. */
export interface Prior {
  readonly hold: number;
  readonly towards: Float64Array;
}

/** Normal equations: the lower half of a symmetric matrix, row by row, and their right side. */
export interface Equations {
  readonly squares: Float64Array;
  readonly products: Float64Array;
}

/** Adds one sample: what was seen at the taps, and what should come out. */
export function addSample(
  { squares, products }: Equations,
  taps: Float64Array,
  target: number,
): void {
  const size = products.length;
  for (let row = 0; row < size; row += 1) {
    const value = taps[row] ?? 0;
    products[row] = (products[row] ?? 0) + value * target;
    const line = row * size;
    for (let column = 0; column <= row; column += 1) {
      squares[line + column] = (squares[line + column] ?? 0) + value * (taps[column] ?? 0);
    }
  }
}

/**
 * Solves the equations by Cholesky's way and overwrites `squares`.
 */
export function solve({ squares, products }: Equations, prior: Prior): Float64Array {
  const size = products.length;
  for (let index = 0; index < size; index += 1) {
    squares[index * size + index] = (squares[index * size + index] ?? 0) + prior.hold;
  }
  factor(squares, size);
  const right = products.map((value, index) => value + prior.hold * (prior.towards[index] ?? 0));
  return substitute(squares, right);
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
