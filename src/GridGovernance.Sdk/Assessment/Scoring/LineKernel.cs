using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A line over small fractions in whole numbers: the same share, to the last of its 15 decimals, as the same line in decimals gives.</summary>
/// <remarks>
/// <para>A share is (n/d − zero) ÷ (full − zero). With ends of k decimals that is (n·10^k − Z·d) ÷ (d·S), and with 15 decimals a whole quotient of
/// numbers that a <see cref="double"/> gets right to within one; its remainder, taken modulo 2^64, corrects it and rounds half to even.</para>
/// <para>In decimals n/d is rounded to 28 digits first. That rounding cannot carry a share across a tie while n·10^k and d·10^k are at most 10^12, for a
/// share that is no tie is at least 1/(2·10^15·d·S) away from every one. Larger counts are left to the decimals.</para>
/// </remarks>
internal sealed class LineKernel
{
    /// <summary>A full share, in units of 10^−15.</summary>
    internal const long Full = 1_000_000_000_000_000;

    // Added to a number below it, it leaves no place for a fraction: 2^52.
    private const double ToWhole = 4_503_599_627_370_496;

    private const long Reach = 1_000_000_000_000;
    private const int MaximumDecimals = 6;

    private readonly long _power;
    private readonly long _zero;
    private readonly long _span;

    // INVARIANT: the span is not 0; with a falling line both sides of the quotient change their sign.
    private LineKernel(long power, long zero, long full)
    {
        (_power, _zero, _span) = (power, zero, full - zero);
        Limit = (int)Math.Min(int.MaxValue / 4, Reach / Math.Max(power, Math.Abs(_span)));
    }

    /// <summary>Gets the largest count that the kernel takes.</summary>
    internal int Limit { get; }

    /// <summary>Creates a kernel.</summary>
    /// <param name="zero">The value that is worth 0.</param>
    /// <param name="full">The value that is worth 1.</param>
    /// <returns>The kernel; null when the ends have too many digits.</returns>
    internal static LineKernel? Of(decimal zero, decimal full)
    {
        var decimals = Math.Max(ExactDecimal.Plain(zero).Scale, ExactDecimal.Plain(full).Scale);
        if (decimals > MaximumDecimals || Math.Abs(zero) > 1_000 || Math.Abs(full) > 1_000)
        {
            return null;
        }

        var power = PowersOfTen.Of(decimals);
        return new LineKernel(power, (long)(zero * power), (long)(full * power));
    }

    /// <summary>Adds the points of a leaf, in units of 10^−15 of its full points, as far as values are small fractions.</summary>
    /// <param name="numerators">The values' numerators.</param>
    /// <param name="denominators">The values' denominators.</param>
    /// <param name="points">The leaf's full points, below 2^32.</param>
    /// <param name="sums">Takes points × share; the sum of all leaves is known to fit.</param>
    /// <returns>How many values were left out: absent, or too large.</returns>
    internal int Add(ReadOnlySpan<int> numerators, ReadOnlySpan<int> denominators, ulong points, Span<ulong> sums)
    {
        denominators = denominators[..numerators.Length];
        sums = sums[..numerators.Length];
        return Avx2.IsSupported && Fma.IsSupported ? AddByFour(numerators, denominators, points, sums) : AddOne(numerators, denominators, points, sums);
    }

    /// <summary>Does the same one value after the other, as a machine without vectors must.</summary>
    internal int AddOne(ReadOnlySpan<int> numerators, ReadOnlySpan<int> denominators, ulong points, Span<ulong> sums)
    {
        var left = 0;
        for (var i = 0; i < numerators.Length; i++)
        {
            if (Takes(numerators[i], denominators[i]))
            {
                sums[i] = unchecked(sums[i] + (points * (ulong)Apply(numerators[i], denominators[i])));
            }
            else
            {
                left++;
            }
        }

        return left;
    }

    // Four at a time. Every number is whole and below 2^53, so that sums and products are exact; the one product that is not, above × 10^15, is made whole
    // again by its error, which a fused multiply-subtract gives exactly. Ties and large values go the slow way.
    private int AddByFour(ReadOnlySpan<int> numerators, ReadOnlySpan<int> denominators, ulong points, Span<ulong> sums)
    {
        var sign = _span < 0 ? -1.0 : 1.0;
        var (power, zero, span, limit) = (Vector256.Create(_power * sign), Vector256.Create(_zero * sign), Vector256.Create(_span * sign), Vector128.Create(Limit));
        var (full, shift, one, full32) = (Vector256.Create((double)Full), Vector256.Create(ToWhole), Vector256.Create(1.0), Vector256.Create((uint)points));
        ref var firstNumerator = ref MemoryMarshal.GetReference(numerators);
        ref var firstDenominator = ref MemoryMarshal.GetReference(denominators);
        ref var firstSum = ref MemoryMarshal.GetReference(sums);
        var (left, i) = (0, 0);
        for (; i + 4 <= numerators.Length; i += 4)
        {
            var (n, d) = (Vector128.LoadUnsafe(ref firstNumerator, (nuint)i), Vector128.LoadUnsafe(ref firstDenominator, (nuint)i));
            var small = Vector128.GreaterThanAll(d, Vector128<int>.Zero) && Vector128.LessThanOrEqualAll(Vector128.Max(d, n), limit) && Vector128.GreaterThanOrEqualAll(n, -limit);
            var denominator = Avx.ConvertToVector256Double(d);
            var below = denominator * span;
            var above = Vector256.Max(Vector256<double>.Zero, Vector256.Min((Avx.ConvertToVector256Double(n) * power) - (zero * denominator), below));
            var product = above * full;
            var quotient = ((product / below) + shift) - shift;
            var error = Fma.MultiplySubtract(above, full, product);
            var twice = (Fma.MultiplyAddNegated(quotient, below, product) + error) * 2;
            if (!small || Vector256.EqualsAny(Vector256.Abs(twice), below))
            {
                left += AddOne(numerators.Slice(i, 4), denominators.Slice(i, 4), points, sums.Slice(i, 4));
                continue;
            }

            quotient += (Vector256.GreaterThan(twice, below) & one) - (Vector256.LessThan(twice, -below) & one);

            // Shares have 50 bits and points 32: two products of 32 bits make one of 64.
            var share = (quotient + shift).AsUInt64() ^ shift.AsUInt64();
            var sum = Vector256.LoadUnsafe(ref firstSum, (nuint)i) + Avx2.Multiply(share.AsUInt32(), full32) + (Avx2.Multiply((share >>> 32).AsUInt32(), full32) << 32);
            sum.StoreUnsafe(ref firstSum, (nuint)i);
        }

        return left + AddOne(numerators[i..], denominators[i..], points, sums[i..]);
    }

    /// <summary>Says whether a value is a small fraction.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator.</param>
    internal bool Takes(int numerator, int denominator) => denominator >= 1 && denominator <= Limit && numerator <= Limit && numerator >= -Limit;

    /// <summary>Returns a share.</summary>
    /// <param name="numerator">At most <see cref="Limit"/> on either side of 0.</param>
    /// <param name="denominator">1 to <see cref="Limit"/>.</param>
    /// <returns>The share in units of 10^−15.</returns>
    internal long Apply(int numerator, int denominator)
    {
        unchecked
        {
            var sign = _span < 0 ? -1 : 1;
            var below = sign * denominator * _span;

            // Ends are clamped before the quotient, which is then 0 or full by itself.
            var above = Math.Clamp(sign * ((numerator * _power) - (_zero * denominator)), 0, below);
            var quotient = BitConverter.DoubleToInt64Bits((above * (double)Full / below) + ToWhole) - BitConverter.DoubleToInt64Bits(ToWhole);
            var twice = ((above * Full) - (quotient * below)) * 2;
            if (twice >= below)
            {
                quotient += twice > below || (quotient & 1) != 0 ? 1 : 0;
            }
            else if (twice <= -below)
            {
                quotient -= twice < -below || (quotient & 1) != 0 ? 1 : 0;
            }

            return quotient;
        }
    }
}
