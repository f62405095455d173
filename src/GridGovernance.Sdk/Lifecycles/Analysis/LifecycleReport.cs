namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What the analysis of a lifecycle proves or finds: a closed loop (闭环), or every place where it is open.</summary>
/// <remarks>
/// <para>The analysis walks every configuration of state, clocks and known guards that a case can be in. From each closure must be reached by
/// steps that can be taken however long a case has waited: what rests on a window alone does not count, nor what only an assisting seat may do.
/// Guards of which nothing is known may hold or not; parties count as different persons, and one that a known guard says is not there does nothing.
/// This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class LifecycleReport
{
    private LifecycleReport(Lifecycle? lifecycle, EquatableArray<LifecycleFinding> findings, EquatableArray<LifecyclePath> covering)
    {
        Lifecycle = lifecycle;
        Findings = findings;
        CoveringPaths = covering;
    }

    /// <summary>Gets the compiled lifecycle; null when a finding is an error.</summary>
    public Lifecycle? Lifecycle { get; }

    /// <summary>Gets all findings: first about names, then about what follows from them, in the order of the definition.</summary>
    public EquatableArray<LifecycleFinding> Findings { get; }

    /// <summary>Gets ways from the initial state that together take every transition that a case can take; empty when a finding is an error.</summary>
    public EquatableArray<LifecyclePath> CoveringPaths { get; }

    /// <summary>Gets a value indicating whether nothing was found.</summary>
    public bool IsClean => Findings.Count == 0;

    /// <summary>Analyses a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="vocabulary">The guards and parties that may be named, and what is known of them.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static LifecycleReport Of(LifecycleDefinition definition, LifecycleVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var names = LifecycleCheck.Run(definition, vocabulary);
        if (names.HasErrors)
        {
            var paths = PathsAmongWhatIsRight(definition);
            return new LifecycleReport(null, EquatableArray.From(names.Select(finding => Locate(definition, finding, paths))), []);
        }

        var lifecycle = LifecycleCompiler.Compile(definition);
        var walk = LifecycleWalk.Of(lifecycle, vocabulary);
        var findings = EquatableArray.From(names.Select(finding => Locate(definition, finding, walk.PathTo))
            .Concat(LifecycleAnalysis.Run(lifecycle, vocabulary, walk)));
        return findings.Any(static found => found.Finding.Severity == FindingSeverity.Error)
            ? new LifecycleReport(null, findings, [])
            : new LifecycleReport(lifecycle, findings, LifecycleCover.Of(lifecycle, walk));
    }

    /// <summary>Returns the findings alone.</summary>
    /// <returns>A report of findings.</returns>
    public FindingReport ToFindings() => new(Findings.Select(static found => found.Finding));

    // What a finding about names is about stands in its JSON Pointer.
    private static LifecycleFinding Locate(LifecycleDefinition definition, Finding finding, Func<string, LifecyclePath> pathTo)
    {
        var parts = (finding.Place.Path ?? "").Split('/');
        int Index(int part) => int.Parse(parts[part], System.Globalization.CultureInfo.InvariantCulture);
        var state = parts switch
        {
            [_, "states", ..] => definition.States[Index(2)].Code,
            [_, "transitions", _, ..] => definition.Transitions[Index(2)].From,
            [_, "initial", ..] => definition.Initial,
            [_, "clocks", _, "starts", _] => definition.Clocks[Index(2)].Starts[Index(4)],
            [_, "clocks", _, "pauses", _] => definition.Clocks[Index(2)].Pauses[Index(4)],
            [_, "clocks", _, "stops", _] => definition.Clocks[Index(2)].Stops[Index(4)],
            _ => null,
        };
        return new LifecycleFinding(finding, state, state is null ? default : pathTo(state));
    }

    // The way to a state over those transitions whose names are right.
    private static Func<string, LifecyclePath> PathsAmongWhatIsRight(LifecycleDefinition definition)
    {
        var paths = new Dictionary<string, LifecyclePath>(StringComparer.Ordinal) { [definition.Initial] = new([definition.Initial]) };
        var superstates = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var state in definition.States)
        {
            superstates.TryAdd(state.Code, state.Superstate);
        }

        var open = new Queue<string>([definition.Initial]);
        while (open.TryDequeue(out var at))
        {
            var within = new HashSet<string>(StringComparer.Ordinal);
            for (var owner = at; owner is not null && within.Add(owner); owner = superstates.GetValueOrDefault(owner))
            {
                paths.TryAdd(owner, paths[at]);
            }

            foreach (var transition in definition.Transitions)
            {
                if (transition.To is { } to && within.Contains(transition.From) && superstates.ContainsKey(to) && paths.TryAdd(to, paths[at].Then(transition.Trigger, to)))
                {
                    open.Enqueue(to);
                }
            }
        }

        return state => paths.GetValueOrDefault(state);
    }
}
