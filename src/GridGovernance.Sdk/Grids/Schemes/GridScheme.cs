using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GridGovernance.Sdk.Grids;

/// <summary>A compiled hierarchy: its levels, and how codes are built from segments.</summary>
/// <remarks>
/// <para>The scheme, not the code, knows the width: a code belongs to the level whose length it has, and its parent is the same code without the last segment.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridScheme
{
    private readonly GridLevel[] _levels;
    private readonly Dictionary<string, GridLevel> _byCode;

    private GridScheme(GridSchemeDefinition definition, GridLevel[] levels)
    {
        Definition = definition;
        _levels = levels;
        _byCode = levels.ToDictionary(static l => l.Code, StringComparer.Ordinal);
        Levels = Array.AsReadOnly(levels);
    }

    /// <summary>Gets the definition.</summary>
    public GridSchemeDefinition Definition { get; }

    /// <summary>Gets the levels from the highest to the lowest.</summary>
    public IReadOnlyList<GridLevel> Levels { get; }

    /// <summary>Gets the lowest level, where households live.</summary>
    public GridLevel Leaf => _levels[^1];

    /// <summary>Checks and compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">All findings, with JSON Pointers into the definition.</param>
    /// <returns>The scheme, or null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static GridScheme? Compile(GridSchemeDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        report = GridSchemeChecker.Check(definition);
        if (report.HasErrors)
        {
            return null;
        }

        var levels = new GridLevel[definition.Levels.Count];
        var length = 0;
        for (var i = 0; i < levels.Length; i++)
        {
            var level = definition.Levels[i];
            length += level.Digits;
            levels[i] = new GridLevel(level.Code, level.Name, level.Managing, i, level.Digits, length);
        }

        return new GridScheme(definition, levels);
    }

    /// <summary>Says whether units of two kinds may lie over each other at one level.</summary>
    /// <param name="one">One kind.</param>
    /// <param name="other">The other.</param>
    /// <returns>True when a rule of the definition says so; never for one and the same kind.</returns>
    public bool MayOverlap(GridKind one, GridKind other)
    {
        foreach (var rule in Definition.Overlaps.AsSpan())
        {
            if ((rule.Kind == one && rule.With == other) || (rule.Kind == other && rule.With == one))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a level by its code.</summary>
    /// <param name="code">The code, such as <c>township</c>.</param>
    /// <param name="level">The level, or null.</param>
    /// <returns>True when there is one.</returns>
    public bool TryFindLevel([NotNullWhen(true)] string? code, [NotNullWhen(true)] out GridLevel? level)
    {
        level = null;
        return code is not null && _byCode.TryGetValue(code, out level);
    }

    /// <summary>Returns a level by its code.</summary>
    /// <param name="code">The code, such as <c>township</c>.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public GridLevel Level(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return TryFindLevel(code, out var level)
        ? level
        : throw new ArgumentException($"Expected one of the levels {string.Join(", ", _levels.AsEnumerable())}, but found \"{code}\".", nameof(code));
    }

    /// <summary>Finds the level of a code by its length.</summary>
    /// <param name="code">The code.</param>
    /// <param name="level">The level, or null.</param>
    /// <returns>True when some level has codes of this length.</returns>
    public bool TryLevelOf(GridCode code, [NotNullWhen(true)] out GridLevel? level)
    {
        level = Array.Find(_levels, l => l.CodeLength == code.Length);
        return level is not null;
    }

    /// <summary>Returns the code of the parent: the same code without its last segment.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The parent's code; null at the top, or when no level has codes of this length.</returns>
    public GridCode? ParentOf(GridCode code) =>
        TryLevelOf(code, out var level) && level.Depth > 0 ? code.Truncate(_levels[level.Depth - 1].CodeLength) : null;

    /// <summary>Returns the code of the ancestor at a level: the beginning of the code.</summary>
    /// <param name="code">The code.</param>
    /// <param name="level">The level.</param>
    /// <returns>The ancestor's code, or the code itself at its own level; null when the level lies below the code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    public GridCode? AncestorAt(GridCode code, GridLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return TryLevelOf(code, out var own) && own.Depth >= level.Depth ? code.Truncate(level.CodeLength) : null;
    }

    /// <summary>Splits a code into its segments.</summary>
    /// <param name="code">The code.</param>
    /// <returns>One text for each level down to the code's own; empty when no level has codes of this length.</returns>
    public EquatableArray<string> Segments(GridCode code)
    {
        if (!TryLevelOf(code, out var level))
        {
            return [];
        }

        var text = code.ToString();
        return EquatableArray.From(_levels.Take(level.Depth + 1).Select(l => text.Substring(l.CodeLength - l.Digits, l.Digits)));
    }

    /// <summary>Builds the code of a child.</summary>
    /// <param name="parent">The parent's code; <see cref="GridCode.None"/> for a code of the highest level.</param>
    /// <param name="serial">The child's number, padded with zeros to the width of the level.</param>
    /// <returns>The child's code.</returns>
    /// <exception cref="ArgumentException">The parent's code has the length of no level, or of the lowest.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative or too long for the level.</exception>
    public GridCode Child(GridCode parent, long serial)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(serial);
        var depth = parent == GridCode.None ? 0 : TryLevelOf(parent, out var level) ? level.Depth + 1 : _levels.Length;
        if (depth >= _levels.Length)
        {
            throw new ArgumentException($"Expected the code of a level above \"{Leaf}\", but found \"{parent}\".", nameof(parent));
        }

        var digits = serial.ToString(CultureInfo.InvariantCulture).PadLeft(_levels[depth].Digits, '0');
        if (digits.Length > _levels[depth].Digits)
        {
            throw new ArgumentOutOfRangeException(nameof(serial), serial, $"Expected at most {_levels[depth].Digits} digits at level \"{_levels[depth]}\".");
        }

        return GridCode.Parse(parent + digits);
    }
}
