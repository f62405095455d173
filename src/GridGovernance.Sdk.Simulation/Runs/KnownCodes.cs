using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>The codes of one kind that a model knows.</summary>
internal sealed class KnownCodes
{
    private const int MostNamed = 60;
    private readonly string _kind;
    private readonly string[] _codes;

    private KnownCodes(string kind, IEnumerable<string> codes) => (_kind, _codes) = (kind, [.. codes.Distinct(StringComparer.Ordinal)]);

    internal static KnownCodes MattersOf(CaseModel model) => new("a matter of the model", model.Matters.Matters.Select(static one => one.Code));

    internal static KnownCodes ChannelsOf(CaseModel model) => new("a channel of the model", model.Channels.Select(static one => one.Code));

    internal static KnownCodes PostsOf(CaseModel model) => new("a post of the model", Posts(model, static _ => true));

    internal static KnownCodes GridPostsOf(CaseModel model) => new("a post of the grid network", Posts(model, static post => !post.IsOfDepartment));

    internal static KnownCodes DepartmentPostsOf(CaseModel model) => new("a department's post of the model", Posts(model, static post => post.IsOfDepartment));

    internal static KnownCodes DepartmentsOf(CaseModel model) => new("a department of the model", model.Establishment.Departments.Select(static one => one.Code));

    internal static KnownCodes TiersOf(LifecycleCatalogue lifecycles) => new("a tier with a lifecycle in the model", lifecycles.Current.Select(static one => one.Key.Code));

    internal static KnownCodes StatesOf(LifecycleCatalogue lifecycles) =>
        new("a state of a lifecycle of the model", lifecycles.Current.SelectMany(static one => one.States).Select(static one => one.Code));

    internal static KnownCodes TriggersOf(LifecycleCatalogue lifecycles) =>
        new("a trigger of a lifecycle of the model", lifecycles.Current.SelectMany(static one => one.Definition.Triggers).Select(static one => one.Code));

    internal static KnownCodes ClocksOf(LifecycleCatalogue lifecycles) =>
        new("a clock of a lifecycle of the model", lifecycles.Current.SelectMany(static one => one.Clocks).Select(static one => one.Code));

    internal static KnownCodes CategoriesOf(VisitPolicy policy) => new("a category of the visit policy", policy.Definition.Categories.Select(static one => one.Code));

    internal static KnownCodes RisksOf(VisitCategory category) => new("a risk level of the category", category.Risks);

    internal bool Contains(string code) => _codes.Contains(code, StringComparer.Ordinal);

    /// <summary>Returns what a code of the kind names, and which there are, as a message says it.</summary>
    public override string ToString() => $"{_kind} ({string.Join(", ", _codes.Take(MostNamed).DefaultIfEmpty("there is none"))})";

    private static IEnumerable<string> Posts(CaseModel model, Func<Post, bool> isMeant) => model.Establishment.Posts.Where(isMeant).Select(static one => one.Code);
}
