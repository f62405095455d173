namespace GridGovernance.Sdk.Permissions;

/// <summary>The rules on one matter and one action, in three parts: those that name the matter, those that name its class, those for every matter.</summary>
internal readonly struct RuleCell
{
    private readonly CompiledRule[] _byMatter;
    private readonly CompiledRule[] _byClass;
    private readonly CompiledRule[] _byAny;

    internal RuleCell(CompiledRule[] byMatter, CompiledRule[] byClass, CompiledRule[] byAny)
    {
        _byMatter = byMatter;
        _byClass = byClass;
        _byAny = byAny;
    }

    /// <summary>Returns the rules, each once, in the ordinal order of their codes.</summary>
    internal CompiledRule[] ToArray() =>
        [.. _byMatter.Concat(_byClass).Concat(_byAny).DistinctBy(static rule => rule.Source.Code, StringComparer.Ordinal).OrderBy(static rule => rule.Source.Code, StringComparer.Ordinal)];

    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the three parts without allocation.</summary>
    internal struct Enumerator
    {
        private readonly RuleCell _cell;
        private int _part;

        internal Enumerator(RuleCell cell) => _cell = cell;

        public readonly CompiledRule[] Current => _part switch
        {
            1 => _cell._byMatter,
            2 => _cell._byClass,
            _ => _cell._byAny,
        };

        public bool MoveNext() => ++_part <= 3;
    }
}
