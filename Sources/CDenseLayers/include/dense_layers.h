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
typedef int16_t parts __attribute__((vector_size(32), aligned(2), may_alias));
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

/* Two vectors of floats added, rectified, scaled and cut, in fixed point; `count` is a multiple of 16. */
INLINE void rectified_body(const float *x, const float *more, int32_t count, float scale, float limit, int16_t *y) {
    const lanes zero = {0}, top = zero + limit;
    for (int32_t i = 0; i < count; i += 16) {
        const lanes sum = (*(const lanes *)(x + i) + *(const lanes *)(more + i)) * scale;
        const lanes above = (lanes)((flags)sum & (sum > zero));
        const flags fits = above < top;
        const lanes cut = (lanes)((fits & (flags)above) | (~fits & (flags)top));
        /* As in fixed_body. */
        const flags rounded = (flags)(cut + 12582912.0f);
        *(parts *)(y + i) = __builtin_convertvector(rounded, parts);
    }
}

/* The place of the first of the largest of some numbers. */
INLINE int32_t best_body(const float *x, int32_t count) {
    int32_t i = 0;
    float most = x[0];
    if (count >= 16) {
        lanes largest = *(const lanes *)x;
        for (i = 16; i + 16 <= count; i += 16) {
            const lanes next = *(const lanes *)(x + i);
            const flags more = next > largest;
            largest = (lanes)((more & (flags)next) | (~more & (flags)largest));
        }
        for (int32_t n = 0; n < 16; n++) most = largest[n] > most ? largest[n] : most;
    }
    for (; i < count; i++) most = x[i] > most ? x[i] : most;
    for (i = 0; i < count && x[i] != most; i++) {}
    /* Numbers that are none, from a damaged model, have no largest. */
    return i < count ? i : 0;
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

INLINE void squash_parts(parts sum, float unit, float *out) {
    *(lanes *)out = squash(__builtin_convertvector(sum, lanes) * unit);
}

INLINE void embedding_body(const int16_t *table, const int32_t *rows, int32_t count, int32_t width, float unit,
                           float *out) {
    int32_t c = 0;
    /* Each row is read from its start to its end, as far as registers hold sums. */
    for (; c + 80 <= width; c += 80) {
        parts a = {0}, b = {0}, d = {0}, e = {0}, f = {0};
        for (int32_t k = 0; k < count; k++) {
            if (rows[k] < 0) continue;
            const parts *row = (const parts *)(table + (int64_t)rows[k] * width + c);
            a += row[0], b += row[1], d += row[2], e += row[3], f += row[4];
        }
        squash_parts(a, unit, out + c), squash_parts(b, unit, out + c + 16);
        squash_parts(d, unit, out + c + 32), squash_parts(e, unit, out + c + 48);
        squash_parts(f, unit, out + c + 64);
    }
    for (; c < width; c += 16) {
        parts sum = {0};
        for (int32_t k = 0; k < count; k++)
            if (rows[k] >= 0) sum += *(const parts *)(table + (int64_t)rows[k] * width + c);
        squash_parts(sum, unit, out + c);
    }
}

#if defined(__x86_64__)

INLINE int32_t pair_of(const int16_t *p) {
    int32_t pair;
    memcpy(&pair, p, 4);
    return pair;
}

#define TWO(DO) DO(0) DO(1)
#define THREE(DO) DO(0) DO(1) DO(2)

#define NAME dense_sse2
#define TARGET "sse2"
#define V __m128i
#define LANES 4
#define COLUMNS TWO
#define WIDE 2
#define ZERO _mm_setzero_si128()
#define LOAD(p) _mm_loadu_si128((const __m128i *)(p))
#define PAIR(p) _mm_set1_epi32(pair_of(p))
#define ADD(s, a, b) _mm_add_epi32(s, _mm_madd_epi16(a, b))
#define OUT(p, s, bias) \
    _mm_storeu_ps(p, _mm_add_ps(_mm_mul_ps(_mm_cvtepi32_ps(s), _mm_set1_ps(scale)), _mm_loadu_ps(bias)))
#include "../dense_kernel.h"

#define NAME dense_avx2
#define TARGET "avx2"
#define V __m256i
#define LANES 8
#define COLUMNS TWO
#define WIDE 2
#define ZERO _mm256_setzero_si256()
#define LOAD(p) _mm256_loadu_si256((const __m256i *)(p))
#define PAIR(p) _mm256_set1_epi32(pair_of(p))
#define ADD(s, a, b) _mm256_add_epi32(s, _mm256_madd_epi16(a, b))
#define OUT(p, s, bias) \
    _mm256_storeu_ps(   \
        p, _mm256_add_ps(_mm256_mul_ps(_mm256_cvtepi32_ps(s), _mm256_set1_ps(scale)), _mm256_loadu_ps(bias)))
#include "../dense_kernel.h"

#define NAME dense_vnni
#define TARGET "avx512f,avx512bw,avx512vl,avx512vnni"
#define V __m512i
#define LANES 16
#define COLUMNS THREE
#define WIDE 3
#define ZERO _mm512_setzero_si512()
#define LOAD(p) _mm512_loadu_si512((const void *)(p))
#define PAIR(p) _mm512_set1_epi32(pair_of(p))
#define ADD(s, a, b) _mm512_dpwssd_epi32(s, a, b)
#define OUT(p, s, bias) \
    _mm512_storeu_ps(   \
        p, _mm512_add_ps(_mm512_mul_ps(_mm512_cvtepi32_ps(s), _mm512_set1_ps(scale)), _mm512_loadu_ps(bias)))
#include "../dense_kernel.h"

#undef TWO
#undef THREE

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
    }                                                                                                       \
    __attribute__((target(TARGET))) static inline void rectified_##SUFFIX(                                  \
        const float *x, const float *more, int32_t count, float scale, float limit, int16_t *y) {           \
        rectified_body(x, more, count, scale, limit, y);                                                    \
    }                                                                                                       \
    __attribute__((target(TARGET))) static inline int32_t best_##SUFFIX(const float *x, int32_t count) {    \
        return best_body(x, count);                                                                         \
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

/* y = (x + more) * scale in fixed point, cut at zero and at `limit`; `count` is a multiple of 16. */
INLINE void rectified_sum(const float *x, const float *more, int32_t count, float scale, float limit, int16_t *y) {
    switch (kind()) {
    case 3: rectified_vnni(x, more, count, scale, limit, y); break;
    case 2: rectified_avx2(x, more, count, scale, limit, y); break;
    default: rectified_sse2(x, more, count, scale, limit, y);
    }
}

/* The place of the first of the largest of `count` numbers, which are at least one. */
INLINE int32_t best_of(const float *x, int32_t count) {
    switch (kind()) {
    case 3: return best_vnni(x, count);
    case 2: return best_avx2(x, count);
    default: return best_sse2(x, count);
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

/* y = (x + more) * scale in fixed point, cut at zero and at `limit`; `count` is a multiple of 16. */
INLINE void rectified_sum(const float *x, const float *more, int32_t count, float scale, float limit, int16_t *y) {
    rectified_body(x, more, count, scale, limit, y);
}

/* The place of the first of the largest of `count` numbers, which are at least one. */
INLINE int32_t best_of(const float *x, int32_t count) { return best_body(x, count); }

#endif

#undef INLINE
#pragma clang diagnostic pop

#endif
