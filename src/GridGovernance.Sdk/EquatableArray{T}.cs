using System.Collections;
using System.Runtime.CompilerServices;

namespace GridGovernance.Sdk;

/// <summary>An immutable list that is equal to another with equal elements in the same order: the one list inside our records.</summary>
/// <remarks>
/// <para>Two records over equal <c>ImmutableArray</c>s are unequal; over this they are equal.</para>
/// <para>The default value is the empty list. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <typeparam name="T">The element.</typeparam>
[CollectionBuilder(typeof(EquatableArray), nameof(EquatableArray.Create))]
public readonly struct EquatableArray<T> : IReadOnlyList<T>, IEquatable<EquatableArray<T>>
{
    private readonly T[]? _items;

    internal EquatableArray(T[] items) => _items = items;

    /// <summary>Gets the number of elements.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>Gets an element by position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="IndexOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public T this[int index] => (_items ?? [])[index];

    /// <summary>Says whether two lists hold equal elements in the same order.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Says whether two lists differ.</summary>
    /// <param name="left">One list.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Returns the elements as a span, without a copy.</summary>
    /// <returns>The span.</returns>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Returns a list with one more element at the end.</summary>
    /// <param name="item">The element.</param>
    /// <returns>The longer list.</returns>
    public EquatableArray<T> Add(T item) => new([.. AsSpan(), item]);

    /// <summary>Returns an enumerator over the elements in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other) =>
        ReferenceEquals(_items, other._items) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the elements in brackets, separated by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{string.Join(", ", _items ?? [])}]";
}
