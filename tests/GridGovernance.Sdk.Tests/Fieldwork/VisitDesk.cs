using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using NodaTime;
using static GridGovernance.Sdk.Tests.Fieldwork.FieldworkCounty;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>Enrols and visits subjects of the small county under one policy.</summary>
internal static class VisitDesk
{
    internal static readonly VisitPolicy Policy = PolicyOf(VisitPresets.MentalIllnessDucheng);

    internal static readonly VisitEngine Engine = new(Full, Policy);

    internal static VisitPolicy PolicyOf(VisitPolicyDefinition definition)
    {
        var policy = VisitPolicy.Compile(definition, out var report);
        report.EnsureNoErrors();
        return policy!;
    }

    internal static VisitSubject Subject(string risk, string id = "s-1", LocalDate? from = null) => new(id, "mental-illness", Cells[0], from ?? Day, risk);

    internal static VisitFile File(string risk = "level-1", string id = "s-1", LocalDate? from = null) =>
        VisitFile.Replay(Engine.Decide(null, new EnrolSubject(Subject(risk, id, from)), Worker, Monday).EnsureAccepted());

    internal static VisitFile Apply(VisitFile file, VisitCommand command, int day) => Engine.Decide(file, command, Worker, AtDay(day)).EnsureAccepted().Aggregate(file, VisitFile.Apply);

    internal static Instant AtDay(int days) => Monday + Duration.FromDays(days);
}
