#ifndef CHANCERY_DENSE_LAYERS_H
#define CHANCERY_DENSE_LAYERS_H

/* The inner loops of the tagger and parser, compiled once for each kind of processor that a binary may
 * meet; the version is chosen when first used. All versions give the same bits: products are integers,
 * and operations on floats are neither reordered nor fused.
 *
 * All is inline, so that it is compiled with the optimisation of the Swift code that calls it. */

#include <stdint.h>
#include <string.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic push
/* Wide vectors pass between inlined functions only. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef float lanes __attribute__((vector_size(64), aligned(4), may_alias));
typedef int32_t flags __attribute__((vector_size(64)));
#define INLINE static inline __attribute__((always_inline))

/* Makes a row-major outputs × inputs matrix into the form that `dense_apply` reads: for each pair of
 * inputs the two weights of every output side by side. */
INLINE void dense_interleave(const int16_t *rows, int32_t inputs, int32_t outputs, int16_t *w) {
    for (int32_t k = 0; k < inputs; k += 2)
        for (int32_t o = 0; o < outputs; o++) {
            *w++ = rows[(int64_t)o * inputs + k];
            *w++ = rows[(int64_t)o * inputs + k + 1];
        }
}

/* The squashing function of Squash.swift, operation by operation. */
INLINE lanes squash(lanes x) {
    const lanes high = {3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3};
    const flags above = x > high, below = x < -high;
    const flags cut = (above & (flags)high) | (below & (flags)-high) | (~(above | below) & (flags)x);
    const lanes y = (lanes)cut;
    const lanes q = y * y;
    return y * (q + 27.0f) / (q * 9.0f + 27.0f);
}

INLINE lanes gate(lanes x) { return squash(x * 0.5f) * 0.5f + 0.5f; }

INLINE void gated_body(const float *gates, float *states, int32_t width, int32_t words) {
    for (int32_t u = 0; u < width; u += 16) {
        const int backwards = u >= width / 2;
        int64_t t = backwards ? words - 1 : 0;
        lanes c = {0};
        for (int32_t step = 0; step < words; step++, t += backwards ? -1 : 1) {
            const float *row = gates + t * 3 * width + u;
            lanes *state = (lanes *)(states + t * width + u);
            const lanes z = *(const lanes *)row;
            const lanes f = gate(*(const lanes *)(row + width));
            const lanes r = gate(*(const lanes *)(row + 2 * width));
            c = z + f * (c - z);
            *state = *state + r * (squash(c) - *state);
        }
    }
}

INLINE void fixed_body(const float *x, float scale, int32_t count, int16_t *y) {
    /* Adding 1.5 · 2^23 puts the rounded integer into the low bits of the sum. */
    for (int32_t i = 0; i < count; i++) {
        const float shifted = x[i] * scale + 12582912.0f;
        int32_t bits;
        memcpy(&bits, &shifted, 4);
        y[i] = (int16_t)bits;
    }
}

/* Sixteen numbers added up in a fixed order. */
INLINE float lane_sum(lanes x) {
    typedef float eight __attribute__((vector_size(32)));
    typedef float four __attribute__((vector_size(16)));
    const eight a = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7)
                    + __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
    const four b = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
    return (b[0] + b[1]) + (b[2] + b[3]);
}

INLINE void arc_body(const float *query, const float *keys, int64_t stride, int32_t width, int32_t count,
                     float *scores) {
    for (int32_t j = 0; j < count; j++, keys += stride) {
        lanes sum = {0};
        for (int32_t c = 0; c < width; c += 16) sum += *(const lanes *)(query + c) * *(const lanes *)(keys + c);
        scores[j] = lane_sum(sum);
    }
}

INLINE void embedding_body(const int16_t *table, const int32_t *rows, int32_t count, int32_t width, float unit,
                           float *out) {
    typedef int16_t parts __attribute__((vector_size(32), aligned(2), may_alias));
    for (int32_t c = 0; c < width; c += 16) {
        parts sum = {0};
        for (int32_t k = 0; k < count; k++)
            if (rows[k] >= 0) sum += *(const parts *)(table + (int64_t)rows[k] * width + c);
        *(lanes *)(out + c) = squash(__builtin_convertvector(sum, lanes) * unit);
    }
}

#if defined(__x86_64__)

/* A vector type, the sum of products of pairs, and what goes with them; the body is the same for all. */
#define DENSE(NAME, TARGET, V, LANES, ZERO, LOAD, PAIR, ADD_PRODUCTS, SCALED)                          \
    __attribute__((target(TARGET))) static inline void NAME(                                                  \
        const int16_t *x, int32_t rows, const int16_t *w, int32_t inputs, int32_t outputs,             \
        float scale, const float *bias, float *y) {                                                    \
        const int64_t step = 2 * (int64_t)outputs;                                                     \
        int32_t row = 0;                                                                               \
        for (; row + 4 <= rows; row += 4) {                                                            \
            const int16_t *a = x + (int64_t)row * inputs;                                              \
            float *out = y + (int64_t)row * outputs;                                                   \
            int32_t o = 0;                                                                             \
            for (; o + 2 * LANES <= outputs; o += 2 * LANES) {                                         \
                V s0 = ZERO, s1 = ZERO, s2 = ZERO, s3 = ZERO, t0 = ZERO, t1 = ZERO, t2 = ZERO, t3 = ZERO; \
                const int16_t *p = w + 2 * (int64_t)o;                                                 \
                for (int32_t k = 0; k < inputs; k += 2, p += step) {                                   \
                    const V u = LOAD(p), v = LOAD(p + 2 * LANES);                                      \
                    V b = PAIR(a + k);                                                                 \
                    s0 = ADD_PRODUCTS(s0, b, u), t0 = ADD_PRODUCTS(t0, b, v);                          \
                    b = PAIR(a + inputs + k);                                                          \
                    s1 = ADD_PRODUCTS(s1, b, u), t1 = ADD_PRODUCTS(t1, b, v);                          \
                    b = PAIR(a + 2 * (int64_t)inputs + k);                                             \
                    s2 = ADD_PRODUCTS(s2, b, u), t2 = ADD_PRODUCTS(t2, b, v);                          \
                    b = PAIR(a + 3 * (int64_t)inputs + k);                                             \
                    s3 = ADD_PRODUCTS(s3, b, u), t3 = ADD_PRODUCTS(t3, b, v);                          \
                }                                                                                      \
                SCALED(out + o, s0, bias + o), SCALED(out + o + LANES, t0, bias + o + LANES);          \
                SCALED(out + outputs + o, s1, bias + o);                                               \
                SCALED(out + outputs + o + LANES, t1, bias + o + LANES);                               \
                SCALED(out + 2 * (int64_t)outputs + o, s2, bias + o);                                  \
                SCALED(out + 2 * (int64_t)outputs + o + LANES, t2, bias + o + LANES);                  \
                SCALED(out + 3 * (int64_t)outputs + o, s3, bias + o);                                  \
                SCALED(out + 3 * (int64_t)outputs + o + LANES, t3, bias + o + LANES);                  \
            }                                                                                          \
            for (; o < outputs; o += LANES)                                                            \
                for (int32_t r = 0; r < 4; r++) {                                                      \
                    V s = ZERO;                                                                        \
                    const int16_t *p = w + 2 * (int64_t)o;                                             \
                    for (int32_t k = 0; k < inputs; k += 2, p += step)                                 \
                        s = ADD_PRODUCTS(s, PAIR(a + r * (int64_t)inputs + k), LOAD(p));               \
                    SCALED(out + r * (int64_t)outputs + o, s, bias + o);                               \
                }                                                                                      \
        }                                                                                              \
        for (; row < rows; row++)                                                                      \
            for (int32_t o = 0; o < outputs; o += LANES) {                                             \
                V s = ZERO;                                                                            \
                const int16_t *p = w + 2 * (int64_t)o;                                                 \
                for (int32_t k = 0; k < inputs; k += 2, p += step)                                     \
                    s = ADD_PRODUCTS(s, PAIR(x + (int64_t)row * inputs + k), LOAD(p));                 \
                SCALED(y + (int64_t)row * outputs + o, s, bias + o);                                   \
            }                                                                                          \
    }

INLINE int32_t pair_of(const int16_t *p) {
    int32_t pair;
    memcpy(&pair, p, 4);
    return pair;
}

#define LOAD128(p) _mm_loadu_si128((const __m128i *)(p))
#define PAIR128(p) _mm_set1_epi32(pair_of(p))
#define ADD128(s, a, b) _mm_add_epi32(s, _mm_madd_epi16(a, b))
#define OUT128(p, s, bias) \
    _mm_storeu_ps(p, _mm_add_ps(_mm_mul_ps(_mm_cvtepi32_ps(s), _mm_set1_ps(scale)), _mm_loadu_ps(bias)))
DENSE(dense_sse2, "sse2", __m128i, 4, _mm_setzero_si128(), LOAD128, PAIR128, ADD128, OUT128)

#define LOAD256(p) _mm256_loadu_si256((const __m256i *)(p))
#define PAIR256(p) _mm256_set1_epi32(pair_of(p))
#define ADD256(s, a, b) _mm256_add_epi32(s, _mm256_madd_epi16(a, b))
#define OUT256(p, s, bias)                                                                       \
    _mm256_storeu_ps(p, _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(s), _mm256_set1_ps(scale)), \
                                      _mm256_loadu_ps(bias)))
DENSE(dense_avx2, "avx2", __m256i, 8, _mm256_setzero_si256(), LOAD256, PAIR256, ADD256, OUT256)

#define LOAD512(p) _mm512_loadu_si512((const void *)(p))
#define PAIR512(p) _mm512_set1_epi32(pair_of(p))
#define ADD512(s, a, b) _mm512_dpwssd_epi32(s, a, b)
#define OUT512(p, s, bias)                                                                       \
    _mm512_storeu_ps(p, _mm512_add_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(s), _mm512_set1_ps(scale)), \
                                      _mm512_loadu_ps(bias)))
DENSE(dense_vnni, "avx512f,avx512bw,avx512vl,avx512vnni", __m512i, 16, _mm512_setzero_si512(), LOAD512, PAIR512,
      ADD512, OUT512)

#define VERSIONS(SUFFIX, TARGET)                                                                             \
    __attribute__((target(TARGET))) static inline void gated_##SUFFIX(                                             \
        const float *gates, float *states, int32_t width, int32_t words) {                                  \
        gated_body(gates, states, width, words);                                                            \
    }                                                                                                       \
    __attribute__((target(TARGET))) static inline void fixed_##SUFFIX(                                             \
        const float *x, float scale, int32_t count, int16_t *y) {                                           \
        fixed_body(x, scale, count, y);                                                                     \
    }                                                                                                       \
    __attribute__((target(TARGET))) static inline void arc_##SUFFIX(                                        \
        const float *query, const float *keys, int64_t stride, int32_t width, int32_t count,                \
        float *scores) {                                                                                    \
        arc_body(query, keys, stride, width, count, scores);                                                \
    }                                                                                                       \
    __attribute__((target(TARGET))) static inline void embedding_##SUFFIX(                                  \
        const int16_t *table, const int32_t *rows, int32_t count, int32_t width, float unit, float *out) {  \
        embedding_body(table, rows, count, width, unit, out);                                               \
    }
VERSIONS(sse2, "sse2")
VERSIONS(avx2, "avx2")
VERSIONS(vnni, "avx512f,avx512bw,avx512vl,avx512vnni")

/* 1: any processor, 2: AVX2, 3: AVX-512 with products of pairs. Racing threads find the same. */
INLINE int kind(void) {
    static int known = 0;
    int found = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (found == 0) {
        __builtin_cpu_init();
        found = __builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw")
                        && __builtin_cpu_supports("avx512vl")
                    ? 3
                : __builtin_cpu_supports("avx2") ? 2
                                                 : 1;
        __atomic_store_n(&known, found, __ATOMIC_RELAXED);
    }
    return found;
}

/* y = scale * (x · w) + b for `rows` rows of `inputs` 16-bit integers. `inputs` is even and `outputs` a
 * multiple of 16. Sums wrap at 32 bits. */
INLINE void dense_apply(const int16_t *x, int32_t rows, const int16_t *w, int32_t inputs, int32_t outputs,
                 float scale, const float *bias, float *y) {
    switch (kind()) {
    case 3: dense_vnni(x, rows, w, inputs, outputs, scale, bias, y); break;
    case 2: dense_avx2(x, rows, w, inputs, outputs, scale, bias, y); break;
    default: dense_sse2(x, rows, w, inputs, outputs, scale, bias, y);
    }
}

/* One sentence through one gated recurrent layer of `width` units, a multiple of 32: the first half
 * reads forwards, the second backwards. `gates` holds 3 · width numbers a word (candidate, forget,
 * reset), `states` the layer's input, which its output replaces. */
INLINE void gated_layer(const float *gates, float *states, int32_t width, int32_t words) {
    switch (kind()) {
    case 3: gated_vnni(gates, states, width, words); break;
    case 2: gated_avx2(gates, states, width, words); break;
    default: gated_sse2(gates, states, width, words);
    }
}

/* y = x * scale, rounded to nearest, for numbers that fit 16 bits. */
INLINE void fixed_point(const float *x, float scale, int32_t count, int16_t *y) {
    switch (kind()) {
    case 3: fixed_vnni(x, scale, count, y); break;
    case 2: fixed_avx2(x, scale, count, y); break;
    default: fixed_sse2(x, scale, count, y);
    }
}

/* scores[j] = query · keys[j] for `count` keys that lie `stride` numbers apart; `width` is a multiple of 16. */
INLINE void arc_scores(const float *query, const float *keys, int64_t stride, int32_t width, int32_t count,
                       float *scores) {
    switch (kind()) {
    case 3: arc_vnni(query, keys, stride, width, count, scores); break;
    case 2: arc_avx2(query, keys, stride, width, count, scores); break;
    default: arc_sse2(query, keys, stride, width, count, scores);
    }
}

/* The squashed sum of some rows of a table, `unit` times the 16-bit sum, which wraps; rows below zero are
 * left out. */
INLINE void embedding_sum(const int16_t *table, const int32_t *rows, int32_t count, int32_t width, float unit,
                          float *out) {
    switch (kind()) {
    case 3: embedding_vnni(table, rows, count, width, unit, out); break;
    case 2: embedding_avx2(table, rows, count, width, unit, out); break;
    default: embedding_sse2(table, rows, count, width, unit, out);
    }
}

#else

/* y = scale * (x · w) + b for `rows` rows of `inputs` 16-bit integers. `inputs` is even and `outputs` a
 * multiple of 16. Sums wrap at 32 bits. */
INLINE void dense_apply(const int16_t *x, int32_t rows, const int16_t *w, int32_t inputs, int32_t outputs,
                 float scale, const float *bias, float *y) {
    for (int32_t row = 0; row < rows; row++)
        for (int32_t o = 0; o < outputs; o += 16) {
            uint32_t sums[16] = {0};
            for (int32_t k = 0; k < inputs; k += 2) {
                const int16_t *a = x + (int64_t)row * inputs + k;
                const int16_t *p = w + ((int64_t)k * outputs + 2 * o);
                for (int32_t n = 0; n < 16; n++)
                    sums[n] += (uint32_t)(a[0] * p[2 * n]) + (uint32_t)(a[1] * p[2 * n + 1]);
            }
            for (int32_t n = 0; n < 16; n++)
                y[(int64_t)row * outputs + o + n] = (float)(int32_t)sums[n] * scale + bias[o + n];
        }
}

/* One sentence through one gated recurrent layer of `width` units, a multiple of 32: the first half
 * reads forwards, the second backwards. `gates` holds 3 · width numbers a word (candidate, forget,
 * reset), `states` the layer's input, which its output replaces. */
INLINE void gated_layer(const float *gates, float *states, int32_t width, int32_t words) {
    gated_body(gates, states, width, words);
}

/* y = x * scale, rounded to nearest, for numbers that fit 16 bits. */
INLINE void fixed_point(const float *x, float scale, int32_t count, int16_t *y) { fixed_body(x, scale, count, y); }

/* scores[j] = query · keys[j] for `count` keys that lie `stride` numbers apart; `width` is a multiple of 16. */
INLINE void arc_scores(const float *query, const float *keys, int64_t stride, int32_t width, int32_t count,
                       float *scores) {
    arc_body(query, keys, stride, width, count, scores);
}

/* The squashed sum of some rows of a table, `unit` times the 16-bit sum, which wraps; rows below zero are
 * left out. */
INLINE void embedding_sum(const int16_t *table, const int32_t *rows, int32_t count, int32_t width, float unit,
                          float *out) {
    embedding_body(table, rows, count, width, unit, out);
}

#endif

#undef INLINE
#pragma clang diagnostic pop

#endif
