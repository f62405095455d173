using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Lists that allow everything but the matters they are told to refuse.</summary>
internal sealed class FakeLists(params string[] refused) : ICaseLists
{
    internal static Refusal NotListed { get; } = new(RefusalKind.OutsideListOrTime, Message.Create("test.not-listed", new LocalizedText("Not listed.", "不在清单。")));

    public ListAnswer Admit(Seat lead, string matter, GridCode place, LocalDateTime at) => Answer(matter);

    public ListAnswer Authorise(Seat seat, string action, string matter, GridCode place, LocalDateTime at) =>
        action == CaseAction.Dispatch ? new ListAnswer(["may-dispatch"], []) : Answer(matter);

    private ListAnswer Answer(string matter) => refused.Contains(matter) ? new ListAnswer([], [NotListed]) : new ListAnswer(["listed"], []);
}
