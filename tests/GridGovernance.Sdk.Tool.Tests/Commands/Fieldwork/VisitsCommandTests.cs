using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Fieldwork;

public sealed class VisitsCommandTests
{
    private const string Policy = """
        {
          "code": "local", "post": "grid-worker",
          "categories": [{"code": "released", "name": {"en": "Released prisoners", "zh": "刑满释放人员"}}],
          "rules": [{"category": "released", "every": "1 month", "graceDays": 5}]
        }
        """;

    private const string Subjects = "id,category,cell,from\ns1,released,{0},2026-01-01\ns2,released,{0},2026-01-01\ns3,released,{0},2026-01-20\n";

    private const string Visits = "subject,at,by,outcome\ns1,2026-01-10T10:00,grid-worker@{1},done\ns2,2026-01-11T10:00,grid-worker@{1},refused\n";

    [Fact]
    public void Due_AtATime_ListsWhatIsOwedAndByWhom()
    {
        using var folder = Model();
        var due = Run(folder, ExitCode.Findings, "--at", "2026-02-03T09:00");
        var json = JsonNode.Parse(Run(folder, ExitCode.Findings, "--at", "2026-02-03T09:00", "--json").Output)!;

        Assert.Equal(["s2", "s3", "s1"], json["due"]!.AsArray().Select(static one => (string)one!["subject"]!));
        Assert.Equal(("grace", "2026-01-31", "2026-02-05"), ((string?)json["due"]![0]!["state"], (string?)json["due"]![0]!["dueOn"], (string?)json["due"]![0]!["graceEndsOn"]));
        Assert.StartsWith("grid-worker@", (string?)json["due"]![0]!["by"], StringComparison.Ordinal);
        Assert.Equal((3, 1, 2), ((int)json["subjects"]!, (int)json["counts"]!["grace"]!, (int)json["counts"]!["due"]!));
        Assert.Equal((1, 1, 0), ((int)json["householdTimes"]!, (int)json["personTimes"]!, (int)json["missed"]!));
        Assert.StartsWith("2026-01-31  grace    s2  released", due.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_WhereNothingIsBehind_IsClean()
    {
        using var folder = Model();
        var run = Run(folder, ExitCode.Ok, "--at", "2026-01-15T09:00");

        Assert.DoesNotContain("s1", run.Output, StringComparison.Ordinal);
        Assert.Contains("refused  s2", run.Output, StringComparison.Ordinal);
        Assert.Empty(Run(folder, ExitCode.Ok, "--at", "2026-01-15T09:00", "--worker", "grid-worker@nowhere").Output);
    }

    [Fact]
    public void Due_WithAppointments_NamesThePersonOrTheGap()
    {
        using var folder = Model();
        File.WriteAllText(Path.Combine(folder["m"], "appointments.csv"), "person,seat,from\n");
        var json = JsonNode.Parse(Run(folder, ExitCode.Findings, "--at", "2026-01-15T09:00", "--json").Output)!;

        Assert.Null(json["due"]![0]!["by"]);
        Assert.Contains("never-filled", json["due"]![0]!["gaps"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Due_WithLeaveAndADeputy_NamesWhoStandsIn()
    {
        using var folder = Model();
        var worker = (string)JsonNode.Parse(Run(folder, ExitCode.Ok, "--at", "2026-01-15T09:00", "--json").Output)!["due"]![0]!["by"]!;
        var neighbour = worker[..^1] + (worker[^1] == '9' ? '8' : (char)(worker[^1] + 1));
        File.WriteAllText(Path.Combine(folder["m"], "appointments.csv"), $"person,seat,from\np1,{worker},2020-01-01\np2,{neighbour},2020-01-01\n");
        File.WriteAllText(Path.Combine(folder["m"], "absences.csv"), "person,from,to,reason\np1,2026-01-10,2026-01-20,leave\n");
        string? By(int exit) => (string?)JsonNode.Parse(Run(folder, exit, "--at", "2026-01-15T09:00", "--json").Output)!["due"]![0]!["by"];

        Assert.Null(By(ExitCode.Findings));
        File.WriteAllText(Path.Combine(folder["m"], "deputies.csv"), $"seat,deputy,from\n{worker},{neighbour},2026-01-01\n");
        Assert.Equal(neighbour, By(ExitCode.Ok));
    }

    [Fact]
    public void Due_WithAVisitOutsideTheDuty_IsDoubtedAndGoesOn()
    {
        using var folder = Model();
        File.AppendAllText(Path.Combine(folder["m"], "visits.csv"), "s3,2026-01-10T10:00,astronaut@mars,done\n");
        var run = ToolRun.Of("visits", "due", "--model", folder["m"], "--at", "2026-01-25T09:00");

        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Contains("s3", run.Output, StringComparison.Ordinal);
        Assert.Contains("must be made by a seat of the county", run.Error, StringComparison.Ordinal);
        Assert.Contains("must fall into the days of the duty", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_AsAPage_IsTheWorkersDay()
    {
        using var folder = Model();
        var worker = (string)JsonNode.Parse(Run(folder, ExitCode.Findings, "--at", "2026-02-03T09:00", "--json").Output)!["due"]![0]!["by"]!;
        var page = Run(folder, ExitCode.Findings, "--at", "2026-02-03T09:00", "--worker", worker, "--page").Output;

        Assert.StartsWith($"Plan of {worker} for 2026-02-03\n", page, StringComparison.Ordinal);
        Assert.Contains("[ ]  1  s2  released", page, StringComparison.Ordinal);
        Assert.Contains("--worker", Run(folder, ExitCode.Unusable, "--at", "2026-02-03", "--page").Error, StringComparison.Ordinal);
        Assert.Contains("--json", Run(folder, ExitCode.Unusable, "--at", "2026-02-03", "--worker", worker, "--page", "--json").Error, StringComparison.Ordinal);
        Assert.Contains("补访", Run(folder, ExitCode.Findings, "--at", "2026-02-03T09:00", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("visit-policy.json", "{}", "visit-policy.json")]
    [InlineData("visit-subjects.csv", "id,category,cell,from\ns1,released,99,2026-01-01\n", "visit-subjects.csv:2")]
    [InlineData("visit-subjects.csv", "id,category,cell,from\ns1,other,{county},2026-01-01\n", "\"other\"")]
    [InlineData("visit-subjects.csv", "id,category,cell,from\ns1,released,999999,2026-01-01\n", "should lie in the county")]
    [InlineData("units.csv", "code,name,kind,validFrom\n", "should be a unit of units.csv")]
    [InlineData("visits.csv", "subject,at,by\nnobody,2026-01-10T10:00,a@1\n", "visits.csv:2")]
    [InlineData("hierarchy.json", "{", "hierarchy.json")]
    public void Due_WithAFaultyFile_NamesItInOneLine(string file, string content, string expected)
    {
        using var folder = Model();
        var county = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder["m"], "county.json")))!["code"]!;
        File.WriteAllText(Path.Combine(folder["m"], file), content.Replace("{county}", county, StringComparison.Ordinal));
        var run = Run(folder, ExitCode.Unusable, "--at", "2026-02-03T09:00");

        Assert.Equal(("", 1), (run.Output, run.Error.Count(static c => c == '\n')));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Due_WithoutItsFiles_OrWithAnUnknownPost_SaysWhich()
    {
        using var folder = Model();
        File.WriteAllText(Path.Combine(folder["m"], "visit-policy.json"), Policy.Replace("grid-worker", "astronaut", StringComparison.Ordinal));
        Assert.Contains("astronaut", Run(folder, ExitCode.Unusable, "--at", "2026-02-03").Error, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder["m"], "visit-policy.json"), Policy);
        File.Delete(Path.Combine(folder["m"], "visit-subjects.csv"));
        Assert.Contains("visit-subjects.csv", Run(folder, ExitCode.Unusable, "--at", "2026-02-03").Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder["m"], "visit-policy.json"));
        Assert.Contains("should have a visit-policy.json", Run(folder, ExitCode.Unusable, "--at", "2026-02-03").Error, StringComparison.Ordinal);
    }

    // The files of visits do not make the model's check complain.
    [Fact]
    public void ModelCheck_OfAModelWithVisits_IsClean()
    {
        using var folder = Model();
        Assert.Equal(ExitCode.Ok, ToolRun.Of("model", "check", folder["m"]).Exit);
    }

    private static TempFolder Model()
    {
        var folder = new TempFolder();
        Assert.Equal(ExitCode.Ok, ToolRun.Of("model", "new", folder["m"]).Exit);
        var hierarchy = JsonNode.Parse(File.ReadAllText(Path.Combine(folder["m"], "hierarchy.json")))!["levels"]!.AsArray();
        var county = (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder["m"], "county.json")))!["code"]!;
        var (cell, grid) = (county, county);
        foreach (var level in hierarchy.Skip(1))
        {
            cell += "1".PadLeft((int)level!["digits"]!, '0');
            grid = (string?)level["code"] == "grid" ? cell : grid;
        }

        File.WriteAllText(Path.Combine(folder["m"], "visit-policy.json"), Policy);
        File.WriteAllText(Path.Combine(folder["m"], "visit-subjects.csv"), Subjects.Replace("{0}", cell, StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder["m"], "visits.csv"), Visits.Replace("{0}", cell, StringComparison.Ordinal).Replace("{1}", grid, StringComparison.Ordinal));
        return folder;
    }

    private static ToolRun Run(TempFolder folder, int exit, params string[] args)
    {
        var run = ToolRun.Of(["visits", "due", "--model", folder["m"], .. args]);
        Assert.Equal((exit, run.Error), (run.Exit, run.Error));
        return run;
    }
}
