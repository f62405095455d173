using System.CommandLine;
using System.Globalization;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary><c>gridgov simulate STUDY.json</c>: runs a study; its verbs merge shares, replay a log and list the parameters.</summary>
internal static class SimulateCommand
{
    private const int MostThreads = 1024;

    internal static Command Create()
    {
        var file = new Argument<string?>("STUDY.json") { Description = "The study; \"gridgov schema study\" describes it.", Arity = ArgumentArity.ZeroOrOne };
        var replications = new Option<string?>("--replications") { Description = "Which replications are run: A..B, or N for the first N; a precision in the file does not count then.", HelpName = "A..B" };
        var threads = new Option<int>("--threads") { Description = "How many replications run at once; the result is the same for any number.", HelpName = "N", DefaultValueFactory = static _ => 1 };
        var seed = new Option<long?>("--seed") { Description = "Another seed than the file's.", HelpName = "N" };
        var rerun = new Option<string?>("--rerun") { Description = "Runs again what this manifest.json names, and holds the values against its hash.", HelpName = "MANIFEST" };
        var folder = new Option<string?>("-o") { Description = "Writes tables, manifest and plot into this folder.", HelpName = "DIR" };
        var command = new Command("simulate", "What would be under other rules: studies, and a real log replayed.")
        {
            file, replications, threads, seed, rerun, folder,
        };
        command.Add(SimulateMergeCommand.Create());
        command.Add(SimulateReplayCommand.Create());
        command.Add(SimulateParametersCommand.Create());
        return Session.Bind(command, (call, session) => Run(
            session, call.GetValue(file), call.GetValue(replications), call.GetValue(threads), call.GetValue(seed), call.GetValue(rerun), call.GetValue(folder)));
    }

    private static int Run(Session session, string? file, string? replications, int threads, long? seed, string? rerun, string? folder)
    {
        if (file is null)
        {
            throw new UnusableInputException(session.Say("simulate needs a STUDY.json, or one of merge, replay, parameters.", "simulate需要STUDY.json，或merge、replay、parameters之一。"));
        }

        if (threads is < 1 or > MostThreads)
        {
            throw new UnusableInputException(session.Say($"--threads should be 1 to {MostThreads}, but is {threads}.", $"--threads应为1至{MostThreads}，但为{threads}。"));
        }

        if (rerun is not null && (replications is not null || seed is not null))
        {
            throw new UnusableInputException(session.Say(
                "--rerun takes seed and replications from the manifest, but --seed or --replications is given, too.", "--rerun从清单读取种子与重复次数，但又给出了--seed或--replications。"));
        }

        var study = Study.Read(InputFile.Read(session, file), file, out var report);
        InputFile.Refuse(session, report);
        var options = study!.Options with { Parallelism = threads };
        options = options with { Seed = seed ?? options.Seed };
        options = Range(session, replications) is { } range ? options with { Replications = range, Precision = null } : options;
        if (folder is not null)
        {
            StudyOutput.RequireUsable(session, folder);
        }

        try
        {
            var progress = new Percent(session);
            var result = rerun is null
                ? study.Run(options, progress)
                : study.Rerun(ExperimentJson.ReadManifest(InputFile.Read(session, rerun), rerun), threads, progress);
            StudyOutput.Write(session, result, study.Labels, folder);
            if (rerun is not null)
            {
                session.Note(new LocalizedText($"Every value is that of \"{rerun}\", bit for bit.", $"全部数值与“{rerun}”逐位相同。"));
            }

            if (result.Manifest.Precision is { } target && !result.Meets(target))
            {
                session.Note(new LocalizedText(
                    $"The precision of \"{target.Metric}\" is not reached after {result.Manifest.Replications.Count} replications.",
                    $"重复{result.Manifest.Replications.Count}次后，“{target.Metric}”仍未达到规定精度。"));
            }
        }
        catch (Exception fault) when (fault is ReplicationException or ArgumentException or FormatException)
        {
            throw new UnusableInputException(StudyOutput.Said(fault).ReplaceLineEndings(" "));
        }
        catch (InvalidOperationException differs) when (rerun is not null)
        {
            session.Note(new LocalizedText(differs.Message, $"重跑结果与清单不同：{differs.Message}"));
            return ExitCode.Findings;
        }

        return ExitCode.Ok;
    }

    private static ReplicationRange? Range(Session session, string? text) => text is null ? null
        : ReplicationRange.TryParse(text, null, out var range) ? range
        : throw new UnusableInputException(session.Say($"--replications should be A..B, such as 11..20, but is \"{text}\".", $"--replications应为A..B，例如11..20，但为“{text}”。"));

    private sealed class Percent(Session session) : IProgress<ExperimentProgress>
    {
        private int _told;

        public void Report(ExperimentProgress value)
        {
            var tenth = 10 * value.Done / Math.Max(1, value.Total);
            if (tenth > _told)
            {
                _told = tenth;
                var text = (10 * tenth).ToString(CultureInfo.InvariantCulture) + " %";
                session.Note(new LocalizedText(text, text));
            }
        }
    }
}
