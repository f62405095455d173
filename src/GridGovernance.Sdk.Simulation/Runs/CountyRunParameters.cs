using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Everything that a run assumes about the county's people: what happens, and how they act on it.</summary>
/// <remarks>
/// <para>Where an article gives a figure, the default is that figure and says so; every other default is assumed, and chosen so that the tiers' closure
/// rates come near 97.39, 80.85 and 100 % (X县, 2017–2019) in a quarter of the sample county, counted to its last day: what is in hand then is open. Where the last weeks are left out, more is closed.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record CountyRunParameters
{
    /// <summary>Gets the first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Gets what the model calls its posts, triggers, states and clocks. The default is the codes of the sample county.</summary>
    public ModelCodes Codes { get; init; } = ModelCodes.Default;

    /// <summary>Gets the reports on a working day, for a million people. Assumed.</summary>
    public int ReportsPerMillionPeople { get; init; } = 490;

    /// <summary>Gets the reports on a rest day, in thousandths of those on a working day. Assumed.</summary>
    public int RestDayPermille { get; init; } = 500;

    /// <summary>Gets the reports of each month, from January, as a percentage of the mean; 12 of them, or none for no season. The default is none.</summary>
    public EquatableArray<int> MonthPercents { get; init; }

    /// <summary>Gets the weight of each hour of the day, from midnight; 24 of them. Assumed: two peaks and quiet nights.</summary>
    public EquatableArray<int> HourWeights { get; init; } = [2, 1, 1, 1, 1, 3, 8, 20, 60, 90, 90, 60, 25, 30, 70, 85, 75, 50, 30, 22, 16, 10, 6, 3];

    /// <summary>Gets the tiers. Weights and hardness assumed.</summary>
    public EquatableArray<TierBehaviour> Tiers { get; init; } =
    [
        new TierBehaviour { Tier = "daily", Weight = 780, HardPermille = 45, HardFactor = 60, LagPercent = 18 },
        new TierBehaviour { Tier = "ordinary", Weight = 180, HardPermille = 540, HardFactor = 30 },
        new TierBehaviour { Tier = "serious", Weight = 40, HardPermille = 50, HardFactor = 6, LagPercent = 45, RoundTheClock = true },
    ];

    /// <summary>Gets the weights of matters within their tier, by code; one that is not named weighs 100. The default is none: all come alike.</summary>
    public EquatableArray<WeightedCode> MatterWeights { get; init; }

    /// <summary>Gets the sizes of matters. The default is none: nobody classes them.</summary>
    public EquatableArray<SizeBehaviour> Sizes { get; init; }

    /// <summary>Gets the share of reports on matters that do not belong into a grid (自治、无关事务), in thousandths. Assumed.</summary>
    public int StrayMatterPermille { get; init; } = 25;

    /// <summary>Gets the code of the channel through which grid workers report.</summary>
    public string WorkerChannel { get; init; } = "grid-worker-terminal";

    /// <summary>Gets the share of reports that come from grid workers, in thousandths: at least 93 % (X县, figure 1).</summary>
    public int WorkerReportPermille { get; init; } = 935;

    /// <summary>Gets the share of what grid workers would report that residents report in their stead while the worker's seat is vacant or its person away, in thousandths; the rest nobody reports. Assumed.</summary>
    public int UnpatrolledReportPermille { get; init; } = 500;

    /// <summary>Gets who finds matters first; when it is on, it takes the place of <see cref="WorkerReportPermille"/>. The default is off.</summary>
    public DetectionBehaviour Detection { get; init; } = new();

    /// <summary>Gets the channels of all other reports, by weight; the named ones are X县's, their weights are assumed.</summary>
    public EquatableArray<WeightedCode> PublicChannels { get; init; } =
    [
        new("public-snapshot", 30), new("wechat", 20), new("hotline-12345", 35), new("petition", 10), new("media", 5),
    ];

    /// <summary>Gets what people do in each state. A state that is not named takes <see cref="OtherwiseMinutes"/> and fires any permitted trigger. Assumed.</summary>
    public EquatableArray<StepBehaviour> Steps { get; init; } =
    [
        new StepBehaviour { State = "reported", ServiceMinutes = 18, LagMinutes = 20, Triggers = [new("handle-on-spot", 70), new("accept", 28), new("dispatch", 200), new("reject", 2)] },
        new StepBehaviour { State = "accepted", ServiceMinutes = 6, LagMinutes = 45, IsDeskWork = true, Triggers = [new("dispatch", 100)] },
        new StepBehaviour { State = "dispatched", ServiceMinutes = 5, LagMinutes = 90, IsDeskWork = true, Triggers = [new("sign-in", 96), new("return", 4)] },
        new StepBehaviour { State = "handling", ServiceMinutes = 70, LagMinutes = 900, Triggers = [new("finish", 93), new("suspend", 7)] },
        new StepBehaviour { State = "suspended", ServiceMinutes = 5, LagMinutes = 1_500, Triggers = [new("resume", 1)] },
        new StepBehaviour { State = "verifying", ServiceMinutes = 10, LagMinutes = 110, Triggers = [new("pass", 94), new("fail", 6)] },
    ];

    /// <summary>Gets the mean service time in a state that <see cref="Steps"/> does not name, in minutes. Assumed.</summary>
    public int OtherwiseMinutes { get; init; } = 60;

    /// <summary>Gets how many people share a seat's work, by post; a post that is not named has one. Assumed.</summary>
    public EquatableArray<WeightedCode> Desks { get; init; } = [new("dispatcher", 6), new("department-handler", 8), new("verifier", 2)];

    /// <summary>Gets how many people share the work of a department's seats, by department; one that is not named has what <see cref="Desks"/> says. The default is none.</summary>
    public EquatableArray<WeightedCode> DepartmentDesks { get; init; }

    /// <summary>Gets the mean way to the place of a matter or a visit, in minutes, which belongs to every service in <see cref="ModelCodes.TravelState"/> and to every visit, in vain or not. The default is 0: it is within the times of services and visits.</summary>
    public int TravelMinutes { get; init; }

    /// <summary>Gets how people come, go, tire and learn. The default is neutral.</summary>
    public StaffBehaviour Staff { get; init; } = new();

    /// <summary>Gets what grid workers do beside cases. The default is nothing.</summary>
    public DutyBehaviour Duties { get; init; } = new();

    /// <summary>Gets who is visited, and how visits go. The default is off: nobody is.</summary>
    public VisitBehaviour Visits { get; init; } = new();

    /// <summary>Gets the share of dispatches that first go the wrong way, and of grid workers who try what is not theirs, in thousandths. Assumed.</summary>
    public int MisdispatchPermille { get; init; } = 70;

    /// <summary>Gets for how many days somebody who was refused a matter does not try it again. Assumed.</summary>
    public int RefusalRememberedDays { get; init; } = 21;

    /// <summary>Gets the chance that an escalation helps, in thousandths: what waits for the responsible seat is then done next, and what waits for others waits an hour more at most. Nobody works faster for it. Assumed.</summary>
    public int EscalationHelpsPermille { get; init; } = 350;

    /// <summary>Gets the share of closed cases that a resident rates, in thousandths. Assumed.</summary>
    public int ResidentRatesPermille { get; init; } = 550;

    /// <summary>Gets the share of departments' closed cases that department and grid worker rate, in thousandths. Assumed.</summary>
    public int OfficialRatesPermille { get; init; } = 800;

    /// <summary>How many people share the work of a seat.</summary>
    internal int PeopleOf(Seat seat) =>
        (DepartmentDesks.FirstOrDefault(desk => string.Equals(desk.Code, seat.Unit, StringComparison.Ordinal))
            ?? Desks.FirstOrDefault(desk => string.Equals(desk.Code, seat.Post, StringComparison.Ordinal)))?.Weight ?? 1;
}
