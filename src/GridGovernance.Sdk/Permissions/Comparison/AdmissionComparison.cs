using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One run of <see cref="ListDifference"/> over two entry lists.</summary>
internal sealed class AdmissionComparison
{
    private readonly EntryList _before;
    private readonly EntryList _after;
    private readonly Establishment _establishment;
    private readonly AnalysisClasses _classes;

    internal AdmissionComparison(EntryList before, EntryList after, Establishment establishment, GridCode[] places)
    {
        _before = before;
        _after = after;
        _establishment = establishment;
        var both = before.Definition with { Items = EquatableArray.From(before.Definition.Items.Concat(after.Definition.Items)) };
        _classes = AnalysisClasses.OfAllDays(null, both, places);
    }

    internal EquatableArray<AdmissionChange> Run()
    {
        var changes = new List<AdmissionChange>();
        var matters = _after.Catalogue.Matters.Concat(_before.Catalogue.Matters).Select(static matter => matter.Code).Distinct(StringComparer.Ordinal);
        foreach (var matter in matters)
        {
            foreach (var level in _establishment.Levels)
            {
                var forAll = Compare(matter, level, null).ToArray();
                changes.AddRange(forAll);
                foreach (var post in _establishment.Posts.Where(post => !post.IsOfDepartment && string.Equals(post.Level, level, StringComparison.Ordinal)))
                {
                    changes.AddRange(Compare(matter, level, post.Code).Where(change => forAll.All(whole => whole.Kind != change.Kind)));
                }
            }
        }

        return EquatableArray.From(changes);
    }

    private IEnumerable<AdmissionChange> Compare(string matter, string level, string? post)
    {
        var found = new AdmissionChange?[2];
        foreach (var day in _classes.Days)
        {
            foreach (var place in _classes.Places)
            {
                var request = new AdmissionRequest(matter, level, place, day, post);
                var (before, after) = (_before.Admit(request), _after.Admit(request));
                if (before.IsAdmitted != after.IsAdmitted)
                {
                    var kind = after.IsAdmitted ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied;
                    found[(int)kind] ??= new AdmissionChange(kind, request, before.Verdict, after.Verdict) { ItemsBefore = before.Items, ItemsAfter = after.Items };
                }
            }
        }

        return found.OfType<AdmissionChange>();
    }
}
