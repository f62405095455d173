using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases;

/// <summary>Short forms of this room's refusals.</summary>
internal static class CaseRefusal
{
    internal static Refusal Of(RefusalKind kind, string code, params ReadOnlySpan<object?> values) => new(kind, CaseMessages.Texts[code, values]);

    internal static Decision<CaseEvent> Alone(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<CaseEvent>.Refuse([Of(kind, code, values)]);

    /// <summary>The refusal with the seat that may; without one where there is none.</summary>
    internal static Refusal Or(this Refusal refusal, Seat? seat) => seat is { } may ? refusal with { Nearest = CaseMessages.Texts["cases.nearest-seat", may.ToString()] } : refusal;
}
