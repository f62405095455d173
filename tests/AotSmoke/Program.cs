using System.Globalization;
using GridGovernance.Sdk;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

// Published trimmed and run by a test: what a host does first, with everything unreachable cut away.
var model = GovernanceModel.Load(args[0], out var report);
Console.WriteLine(model is null ? $"no model: {report}" : "model loaded");

var limit = TimeLimit.Parse("15 calendar-days", CultureInfo.InvariantCulture);
var due = WorkCalendar.China.Due(Instant.FromUtc(2026, 1, 5, 1, 0), limit, CountingPolicy.CivilCode);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"due on {due.On:uuuu-MM-dd}"));

// A finding's texts lie in resources and in a satellite assembly.
_ = GovernanceModel.Load(Path.Combine(args[0], "no-such-folder"), out var missing);
Console.WriteLine(missing.Any(finding => finding.Message.ToString(CultureInfo.GetCultureInfo("zh-CN")).Any(character => character is >= '一' and <= '龥')) ? "中文" : "no Chinese text");

Console.WriteLine(new RandomStreams(1).Stream("smoke").NextUInt64() == new RandomStreams(1).Stream("smoke").NextUInt64() ? "same numbers" : "other numbers");
return model is null ? 1 : 0;
