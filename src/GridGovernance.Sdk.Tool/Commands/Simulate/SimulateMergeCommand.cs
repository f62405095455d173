using System.CommandLine;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary><c>gridgov simulate merge DIR…</c>: puts the shares of a study together, bit for bit as if it had been run at once.</summary>
internal static class SimulateMergeCommand
{
    internal static Command Create()
    {
        var shares = new Argument<string[]>("DIR") { Description = "The folders of the shares, as simulate -o wrote them.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<string?>("-o") { Description = "Writes tables, manifest and plot of the whole into this folder.", HelpName = "DIR" };
        var command = new Command("merge", "Puts the shares of a study together, which were run by --replications A..B.") { shares, folder };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(shares)!, call.GetValue(folder)));
    }

    private static int Run(Session session, string[] folders, string? folder)
    {
        if (folder is not null)
        {
            StudyOutput.RequireUsable(session, folder);
            if (folders.FirstOrDefault(share => IsSame(share, folder)) is { } taken)
            {
                throw new UnusableInputException(session.Say(
                    $"-o should name another folder than those of the shares, but \"{folder}\" is \"{taken}\", which would be overwritten.",
                    $"-o应为各部分以外的文件夹，但“{folder}”即“{taken}”，会被覆盖。"));
            }
        }

        var shares = folders.Select(share => Read(session, share)).ToArray();
        for (var i = 1; i < shares.Length; i++)
        {
            if (DifferenceOf(shares[0].Labels, shares[i].Labels) is { } difference)
            {
                throw new UnusableInputException(session.Say(
                    $"The shares should be of one study, but \"{folders[0]}\" and \"{folders[i]}\" differ in {difference.En}.", $"各部分应属同一研究，但“{folders[0]}”与“{folders[i]}”的{difference.Zh}不同。"));
            }
        }

        try
        {
            StudyOutput.Write(session, ExperimentResult.Merge(shares.Select(static share => share.Result)), shares[0].Labels, folder);
        }
        catch (ArgumentException unfit)
        {
            throw new UnusableInputException(session.Say($"The shares should make one study: {StudyOutput.Said(unfit)}", $"各部分应合为一项研究：{StudyOutput.Said(unfit)}").ReplaceLineEndings(" "));
        }

        return ExitCode.Ok;
    }

    private static LocalizedText? DifferenceOf(StudyLabels one, StudyLabels other) =>
        one.Title != other.Title ? new("the title", "标题")
        : one.Scenarios != other.Scenarios ? new("the scenarios and their titles", "情景及其标题")
        : one.Measures != other.Measures ? new("the measures and their titles", "指标及其标题")
        : one.Control != other.Control ? new($"the control (\"{one.Control}\", \"{other.Control}\")", $"对照情景（“{one.Control}”、“{other.Control}”）")
        : null;

    private static bool IsSame(string share, string folder) => Resolved(share) == Resolved(folder);

    private static string Resolved(string folder)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return Directory.Exists(full) && Directory.ResolveLinkTarget(full, returnFinalTarget: true) is { } target ? Path.TrimEndingDirectorySeparator(target.FullName) : full;
    }

    private static (ExperimentResult Result, StudyLabels Labels) Read(Session session, string share)
    {
        try
        {
            InputFile.RequireFolder(session, share);
            return StudyFolder.Read(share);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UnusableInputException(session.Say($"\"{share}\" should be the folder of a share: {fault.Message}", $"“{share}”应为某一部分的文件夹：{fault.Message}").ReplaceLineEndings(" "));
        }
    }
}
