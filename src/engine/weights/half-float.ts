const EXPONENT_BIAS = 15;
const MANTISSA_STEPS = 1024;

/** The number that 16 bits of IEEE 754 binary16 stand for. */
function decode(bits: number): number {
	const sign = bits & 0x8000 ? -1 : 1;
	const exponent = (bits >> 10) & 0x1f;
	const mantissa = bits & 0x3ff;
	if (exponent === 0)
		return (sign * mantissa * 2 ** (1 - EXPONENT_BIAS)) / MANTISSA_STEPS;
	if (exponent === 0x1f) return mantissa ? Number.NaN : sign * Infinity;
	return (
		sign * (1 + mantissa / MANTISSA_STEPS) * 2 ** (exponent - EXPONENT_BIAS)
	);
}

let table: Float32Array | undefined;

/** All 65,536 values by their bits: a weight file asks millions of times. */
export const halfFloats = (): Float32Array => {
	table ??= Float32Array.from({ length: 1 << 16 }, (_, bits) => decode(bits));
	return table;
};
