using System.Collections;
using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tests.Cases;

/// <summary>Tells what becomes of a case: each command with its events or its refusals, and everything that changed in the case.</summary>
internal sealed class Tale(CaseEngine engine)
{
    private static readonly string[] Told = ["Version", "ChangedAt", "CommandIds", "Tier", "IsOpen", "Clocks"];
    private readonly StringBuilder _text = new();
    private readonly List<CaseEvent> _events = [];
    private int _commands;

    internal GridCase? Case { get; private set; }

    /// <summary>Gives a command at a local time such as <c>01-05 09:00</c> of 2026.</summary>
    internal Tale Do(string at, CaseActor actor, Func<string, CaseCommand> command) => Do(At(at), actor, command);

    internal Tale Do(Instant at, CaseActor actor, Func<string, CaseCommand> command)
    {
        var given = command($"{++_commands}");
        var before = Case;
        var decision = engine.Decide(before, given, actor, at);
        _text.Append(Show(at)).Append(' ').Append(actor.Seat).Append(": ").AppendLine(Properties(given, "CommandId", "Into"));
        foreach (var e in decision.Events)
        {
            Assert.Equal((given.CommandId, at, actor.Seat), (e.CommandId, e.At, e.By));
            _text.Append("  + ").AppendLine(Properties(e, "CommandId", "At", "By"));
            Case = GridCase.Apply(Case, e);
            _events.Add(e);
        }

        foreach (var refusal in decision.Refusals)
        {
            _text.Append(CultureInfo.InvariantCulture, $"  - {refusal.Kind} {refusal}").AppendLine();
        }

        if (Case is { } c && decision.Events.Count > 0)
        {
            Assert.Equal((_events.Count, at, given.CommandId), (c.Version, c.ChangedAt, c.CommandIds[^1]));
            Assert.Equal(c.CommandIds.Distinct(), c.CommandIds);
            Assert.Equal(c, GridCase.Replay(_events));
            Changes(before, c);
        }

        return this;
    }

    public override string ToString() => _text.ToString().ReplaceLineEndings("\n");

    internal static Instant At(string at) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse("2026-" + at).Value.InZoneStrictly(WorkCalendar.China.Zone).ToInstant();

    private void Changes(GridCase? before, GridCase after)
    {
        foreach (var property in typeof(GridCase).GetProperties().Where(property => !Told.Contains(property.Name)).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            var (old, young) = (before is null ? null : property.GetValue(before), property.GetValue(after));
            if (!Equals(old, young))
            {
                _text.Append(CultureInfo.InvariantCulture, $"    {property.Name} = {Show(young)}").AppendLine();
            }
        }

        foreach (var clock in after.Clocks.Where(clock => clock != before?.Clock(clock.Code)))
        {
            _text.Append(CultureInfo.InvariantCulture, $"    {clock.Code} is {clock.Status}, due {Show(clock.DueAt)} on {clock.DueOn:uuuu-MM-dd}").Append(clock.StoppedAt is { } stopped ? $", stopped {Show(stopped)}" : "")
                .Append(clock.IsMissed ? ", missed" : "").Append(clock.TimesMissed > 0 ? $" {clock.TimesMissed} times" : "").Append(clock.IsStoppedByClosure ? ", by closure" : "").AppendLine(clock.IsMetInTime ? ", in time" : "");
        }
    }

    private static string Properties(object of, params string[] without) => of.GetType().Name + " " + string.Join(", ", of.GetType().GetProperties()
        .Where(property => property.Name != "EqualityContract" && !without.Contains(property.Name) && property.GetValue(of) is not null)
        .OrderBy(property => property.MetadataToken).Select(property => $"{property.Name} {Show(property.GetValue(of))}"));

    private static string Show(object? value) => value switch
    {
        null => "nothing",
        Instant at => Show(at),
        LocalDate day => LocalDatePattern.Iso.Format(day),
        string text => text,
        CountingPolicy policy => policy.Code,
        IEnumerable items => "[" + string.Join("; ", items.Cast<object?>().Select(Show)) + "]",
        CaseRecord or CaseSubtask or CaseEvaluation or CommandTeam or CommandTeamMember => Properties(value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Show(Instant at)
    {
        var local = at.InZone(WorkCalendar.China.Zone).LocalDateTime;
        return LocalDateTimePattern.CreateWithInvariantCulture(local.NanosecondOfSecond == 0 ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm:ss.fffffffff").Format(local);
    }
}
