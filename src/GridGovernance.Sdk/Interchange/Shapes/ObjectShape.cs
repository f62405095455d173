namespace GridGovernance.Sdk.Interchange.Shapes;

/// <summary>An object with known members.</summary>
/// <remarks>Members are filled in after creation, because an object may hold itself.</remarks>
/// <param name="name">The name in schemas, such as <c>lifecycleState</c>.</param>
/// <param name="type">The .NET type.</param>
internal sealed class ObjectShape(string name, Type type) : Shape
{
    private Dictionary<string, MemberShape> _byName = [];

    internal string Name => name;

    internal Type Type => type;

    internal IReadOnlyList<MemberShape> Members { get; private set; } = [];

    internal override LocalizedText Expected { get; } = new("an object", "一个对象");

    internal void Fill(IReadOnlyList<MemberShape> members)
    {
        Members = members;
        _byName = members.ToDictionary(static member => member.Name, StringComparer.Ordinal);
    }

    internal MemberShape? Find(string member) => _byName.GetValueOrDefault(member);
}
