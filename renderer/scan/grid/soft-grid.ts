/**
 * How sure each module is: below zero dark, above zero light, the further the surer. What lies
 * near zero is worth less than an error: it is given up as unknown.
 */
export type SoftGrid = Float32Array;
