namespace GridGovernance.Sdk.Simulation.Streams;

/// <summary>All the random numbers of a run: one seed, and one independent stream for each name.</summary>
/// <remarks>
/// <para>A stream depends on the seed, its name and its index alone. A draw from one leaves all the others bit-identical, and so does
/// asking for streams in another order: two scenarios under one seed see the same luck wherever they ask the same question
/// (common random numbers).</para>
/// <para>The state is four outputs of SplitMix64, started from a mix of the seed, the 64-bit FNV-1a hash of the name's UTF-8 bytes and the index.</para>
/// <para>This type is immutable and safe to share between threads; the streams that it hands out are not.</para>
/// </remarks>
public sealed class RandomStreams
{
    private readonly ulong _root;

    /// <summary>Creates the streams of a seed.</summary>
    /// <param name="seed">The seed; any number, and each gives other streams.</param>
    public RandomStreams(long seed)
    {
        Seed = seed;
        _root = SeededRandom.Mix(unchecked((ulong)seed + StableHash.GoldenGamma));
    }

    /// <summary>Gets the seed.</summary>
    public long Seed { get; }

    /// <summary>Returns the stream of a name, from its first number.</summary>
    /// <param name="name">The name: the entity and the decision, such as <c>county/outline</c>. Ordinal.</param>
    /// <returns>A new stream; two calls with one name give two streams with the same numbers.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public RandomStream Stream(string name) => Stream(name, 0);

    /// <summary>Returns one of the many streams of a name, from its first number.</summary>
    /// <param name="name">The name: the kind of entity and the decision, such as <c>cell/arrivals</c>. Ordinal.</param>
    /// <param name="index">Which of them; 0 is the stream of the bare name.</param>
    /// <returns>A new stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public RandomStream Stream(string name, long index)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        unchecked
        {
            var key = SeededRandom.Mix(_root ^ StableHash.Fnv1A(name));
            return RandomStream.FromWord(SeededRandom.Mix(key ^ ((ulong)index * StableHash.GoldenGamma)));
        }
    }

    /// <summary>Returns the streams of a part of a study, such as one of its replications: as independent of these as those of another seed.</summary>
    /// <param name="name">The name of the part. Ordinal.</param>
    /// <param name="index">Which of the parts of that name.</param>
    /// <returns>Streams with a seed of their own, which depends on this seed, the name and the index alone.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public RandomStreams Branch(string name, long index = 0) => new(unchecked((long)Stream(name, index).NextUInt64()));
}
