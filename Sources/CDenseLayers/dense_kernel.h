/* One version of `dense_apply`, read by dense_layers.h once for each kind of processor. Before it are defined:
 *   NAME, TARGET   the function and what it is compiled for
 *   V, LANES       a vector of 32-bit integers and how many it holds
 *   COLUMNS(DO)    DO(0) DO(1) …: how many vectors of outputs are taken at a time, which is as many as leave
 *                  registers for four rows of sums
 *   WIDE           their number
 *   ZERO, LOAD(p), PAIR(p), ADD(sum, pair, weights), OUT(p, sum, bias)
 *
 * The weights of a few vectors of outputs stay in the nearest cache while all rows pass by, four by four;
 * those of a whole layer would not. Sums stand in variables of their own, since arrays of them are not kept
 * in registers when the code is compiled as a part of Swift code. */

#define START(n) V sum0##n = ZERO, sum1##n = ZERO, sum2##n = ZERO, sum3##n = ZERO;
#define TAKE(n) const V weights##n = LOAD(p + 2 * LANES * n);
#define ADD0(n) sum0##n = ADD(sum0##n, pair, weights##n);
#define ADD1(n) sum1##n = ADD(sum1##n, pair, weights##n);
#define ADD2(n) sum2##n = ADD(sum2##n, pair, weights##n);
#define ADD3(n) sum3##n = ADD(sum3##n, pair, weights##n);
#define WRITE(n)                                                    \
    OUT(out + LANES * n, sum0##n, bias + o + LANES * n);            \
    OUT(out + line + LANES * n, sum1##n, bias + o + LANES * n);     \
    OUT(out + 2 * line + LANES * n, sum2##n, bias + o + LANES * n); \
    OUT(out + 3 * line + LANES * n, sum3##n, bias + o + LANES * n);

__attribute__((target(TARGET))) static inline void NAME(
    const int16_t *x, int32_t rows, const int16_t *w, int32_t inputs, int32_t outputs, float scale,
    const float *bias, float *y) {
    const int64_t next = inputs, line = outputs;
    if (rows < 4 || outputs < WIDE * LANES) {
        for (int32_t o = 0; o < outputs; o += LANES)
            for (int32_t row = 0; row < rows; row++) {
                const int16_t *a = x + row * next, *p = w + 2 * (int64_t)o;
                V sum = ZERO;
                for (int32_t k = 0; k < inputs; k += 2, p += 2 * line) sum = ADD(sum, PAIR(a + k), LOAD(p));
                OUT(y + row * line + o, sum, bias + o);
            }
        return;
    }
    /* What is left at an end is done together with some of what was done before. */
    for (int32_t column = 0; column < outputs; column += WIDE * LANES) {
        const int64_t o = column + WIDE * LANES <= outputs ? column : outputs - WIDE * LANES;
        for (int32_t done = 0; done < rows; done += 4) {
            const int64_t row = done + 4 <= rows ? done : rows - 4;
            const int16_t *a = x + row * next, *p = w + 2 * o;
            float *out = y + row * line + o;
            COLUMNS(START)
            for (int32_t k = 0; k < inputs; k += 2, p += 2 * line) {
                COLUMNS(TAKE)
                V pair = PAIR(a + k);
                COLUMNS(ADD0)
                pair = PAIR(a + next + k);
                COLUMNS(ADD1)
                pair = PAIR(a + 2 * next + k);
                COLUMNS(ADD2)
                pair = PAIR(a + 3 * next + k);
                COLUMNS(ADD3)
            }
            COLUMNS(WRITE)
        }
    }
}

#undef START
#undef TAKE
#undef ADD0
#undef ADD1
#undef ADD2
#undef ADD3
#undef WRITE
#undef NAME
#undef TARGET
#undef V
#undef LANES
#undef COLUMNS
#undef WIDE
#undef ZERO
#undef LOAD
#undef PAIR
#undef ADD
#undef OUT
