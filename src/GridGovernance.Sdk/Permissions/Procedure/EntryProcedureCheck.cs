using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds everything that is wrong with the definition of an entry procedure.</summary>
internal static class EntryProcedureCheck
{
    internal static FindingReport Run(EntryProcedureDefinition definition, EntryListDefinition list, Establishment establishment, out Lifecycle? lifecycle)
    {
        var check = new ListCheck();
        check.Code("/code", definition.Code);
        check.Text("/source", definition.Code, definition.Source);
        if (!IsBody(definition.Office))
        {
            check.Error("permissions.unknown-body", "/office", definition.Code, definition.Code, definition.Office);
        }

        check.Known("permissions.unknown-level", "/offices", definition.Code, EquatableArray.From(definition.Offices.Select(static office => office.Level)), level => Codes.Contain(establishment.Levels, level));
        check.Known("permissions.unknown-body", "/offices", definition.Code, EquatableArray.From(definition.Offices.Select(static office => office.Body)), IsBody);
        bool IsBody(string? code) => code is not null && (list.Bodies.Any(body => string.Equals(body.Code, code, StringComparison.Ordinal)) || establishment.TryFindDepartment(code, out _));

        lifecycle = Lifecycle.Compile(definition.Lifecycle, new LifecycleVocabulary(EntryGuards.All, EntryGuards.Parties), out var states);
        for (var i = 0; i < definition.Lifecycle.States.Count; i++)
        {
            if (EntryStates.StatusOf(definition.Lifecycle.States[i].Code) is null)
            {
                check.Error("permissions.entry-unknown-state", $"/lifecycle/states/{i}/code", definition.Lifecycle.States[i].Code, definition.Lifecycle.States[i].Code, string.Join(", ", EntryStates.All));
            }
        }

        var moved = states.Select(static finding => finding with { Place = finding.Place with { Path = "/lifecycle" + finding.Place.Path } });
        return check.ToReport().Concat(new FindingReport(moved));
    }
}
