namespace GridGovernance.Sdk.Permissions;

/// <summary>The answer to who reads what, item by item.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DataAccessDecision
{
    private readonly DataCatalogue _catalogue;

    internal DataAccessDecision(DataCatalogue catalogue, DataAccessRequest request, EquatableArray<DataAccessField> fields)
    {
        _catalogue = catalogue;
        Request = request;
        Fields = fields;
    }

    /// <summary>Gets the question.</summary>
    public DataAccessRequest Request { get; }

    /// <summary>Gets the answer for each item asked for, in the order of the request, each once.</summary>
    public EquatableArray<DataAccessField> Fields { get; }

    /// <summary>Gets a value indicating whether something of every item is shown.</summary>
    public bool IsAllowed => Fields.All(static one => one.Show != DataShow.Hidden);

    /// <summary>Gets every reason for a "no", item by item.</summary>
    public EquatableArray<Refusal> Refusals => EquatableArray.From(Fields.SelectMany(static one => one.Refusals));

    /// <summary>Gets the record that the host stores, whether something was shown or not.</summary>
    public DataAccessRecord Record
    {
        get
        {
            var broken = Fields.Any(static one => one.IsBreakGlass);
            return new DataAccessRecord(Request.Actor, Request.Subject, Request.Place, Request.Purpose, Request.At)
            {
                Full = CodesOf(DataShow.Full),
                Masked = CodesOf(DataShow.Masked),
                Refused = CodesOf(DataShow.Hidden),
                Rules = EquatableArray.From(Fields.SelectMany(static one => one.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                BreakGlass = broken ? Request.BreakGlass : null,
                ReviewBy = broken ? Request.At.PlusHours(_catalogue.ReviewHoursOf(Request.BreakGlass!.Reason)) : null,
            };
        }
    }

    /// <summary>Says how much of an item is shown.</summary>
    /// <param name="item">The code of the item.</param>
    /// <returns>Hidden for an item that was not asked for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public DataShow ShowOf(string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Fields.FirstOrDefault(field => string.Equals(field.Item, item, StringComparison.Ordinal))?.Show ?? DataShow.Hidden;
    }

    /// <summary>Turns a stored value into what may be shown.</summary>
    /// <param name="item">The code of the item.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value, whole or masked; null where it stays hidden.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public string? Apply(string item, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ShowOf(item) switch
        {
            DataShow.Full => value,
            DataShow.Masked when _catalogue.TryFindItem(item, out var found) => found.Mask(value),
            _ => null,
        };
    }

    /// <summary>Says whether two decisions answer the same question alike.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True when request and fields are equal.</returns>
    public bool Equals(DataAccessDecision? other) => other is not null && Request == other.Request && Fields == other.Fields;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Request, Fields);

    private EquatableArray<string> CodesOf(DataShow show) => EquatableArray.From(Fields.Where(one => one.Show == show).Select(static one => one.Item));
}
