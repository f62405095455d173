using System.Globalization;
using System.Text;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;
using GridGovernance.Sdk.Simulation.Tests.Runs;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

public class StudyTests
{
    private const string County = """
        {
          "code": "small", "title": {"en": "A small county", "zh": "小县"}, "kind": "county", "model": "samples/CountyQuickstart/model", "seed": 5, "replications": 4,
          "set": ["shape/townships=1", "shape/villages=2", "shape/grids=2", "run/from=2026-03-01", "run/to=2026-03-31", "followUpDays=5", "warmUpDays=2", "run/reportsPerMillionPeople=4000"],
          "scenarios": [{"code": "as-it-is"}, {"code": "two-days", "set": ["lifecycles/daily/clocks/closure/limit=1 working-days", "run/staff/leaveDays=15"]}]
        }
        """;

    private static readonly Study Small = Read(County)!;

    private static readonly ExperimentResult Whole = Small.Run(Small.Options);

    [Theory]
    [InlineData("zh-CN", 2)]
    [InlineData("en-US", 1)]
    [InlineData("tr-TR", 2)]
    public void Run_AnyThreadsAndCulture_GivesTheSameFilesBitForBit(string culture, int threads)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            AssertSameFiles(Small.Run(Small.Options with { Parallelism = threads }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Merge_AnySplit_IsTheWholeBitForBit(int cut)
    {
        var shares = new[] { new ReplicationRange(cut + 1, 4), new ReplicationRange(1, cut) }.Select(range => Small.Run(Small.Options with { Replications = range }));

        AssertSameFiles(ExperimentResult.Merge(shares));
    }

    [Fact]
    public void Run_AShorterLimit_MakesMoreCasesLate()
    {
        var difference = Whole.Compare("two-days", "as-it-is", "on-time-rate");

        Assert.True(difference.MeanDifference < -0.01, $"{difference.MeanDifference}");
        Assert.Equal(2, Small.Labels.Scenarios.Count);
        Assert.NotEqual(Whole.Manifest.Scenarios[0].Text, Whole.Manifest.Scenarios[1].Text);
    }

    [Fact]
    public void Run_WithAPrecision_AddsReplicationsUntilEveryIntervalIsNarrowEnough()
    {
        var study = Read(County.Replace("\"seed\": 5", "\"seed\": 5, \"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 0.02, \"maximumReplications\": 40, \"step\": 3}", StringComparison.Ordinal))!;

        var result = study.Run(study.Options);

        var target = new PrecisionTarget("on-time-rate", 0.02) { MaximumReplications = 40, Step = 3 };
        Assert.Equal(target, study.Options.Precision);
        Assert.True(result.Manifest.Replications.Last is > 4 and < 40 && result.Meets(target), $"{result.Manifest.Replications}");
        Assert.False(study.Run(study.Options with { Precision = null, Replications = ReplicationRange.FirstOf(result.Manifest.Replications.Last - 3) }).Meets(target));
    }

    [Theory]
    [InlineData("run/matterWeights/+={\\\"code\\\": \\\"fire-safety\\\", \\\"weight\\\": 2}", true)]
    [InlineData("run/matterWeight/+={\\\"code\\\": \\\"fire-safety\\\", \\\"weight\\\": 2}", false)]
    [InlineData("lifecycles/daily/clocks/+/x=1", false)]
    public void Read_OneMoreOfAList_NeedsAListAndNoItemsBefore(string change, bool isRead)
    {
        Assert.Equal(isRead, Study.Read(Encoding.UTF8.GetBytes(County.Replace("shape/townships=1", change, StringComparison.Ordinal)), SourceTree.Path("study.json"), out var report) is not null);
        Assert.All(report, finding => Assert.Equal(4, finding.Place.Line));
    }

    [Theory]
    [InlineData("dispatch-limits.json")]
    [InlineData("visit-intervals.json")]
    public void Read_ASamplesFile_IsAStudy(string file) =>
        Assert.NotNull(Study.Read(File.ReadAllBytes(SourceTree.Path("samples", "studies", file)), SourceTree.Path("samples", "studies", file), out _));

    [Fact]
    public void TheReadmesFirstHour_EachChangeThatItNames_MovesThePlot()
    {
        var readme = File.ReadAllText(SourceTree.Path("README.md"));
        var step = readme[readme.IndexOf("**Change one parameter.**", StringComparison.Ordinal)..readme.IndexOf("**Share the work", StringComparison.Ordinal)];
        string[] changes = [.. System.Text.RegularExpressions.Regex.Matches(step, "`\"(?<change>run/[^\"]+)\"`", System.Text.RegularExpressions.RegexOptions.NonBacktracking).Select(static match => match.Groups["change"].Value)];
        var path = SourceTree.Path("samples", "studies", "dispatch-limits.json");
        var text = File.ReadAllText(path).Replace("\"scenarios\": [", "\"scenarios\": [" + string.Concat(changes.Select(static (change, i) => $$"""{"code": "changed-{{i}}", "set": ["{{change}}"]}, """)), StringComparison.Ordinal);

        var study = Study.Read(Encoding.UTF8.GetBytes(text), path, out var report);
        report.EnsureNoErrors();
        var result = study!.Run(study.Options with { Replications = ReplicationRange.FirstOf(6) });

        Assert.Equal(2, changes.Length);
        Assert.All(changes.Index(), change => Assert.Contains(
            study.Labels.Measures, measure => result.Compare($"changed-{change.Index}", "as-it-is", measure.Code) is { Interval: { } interval, MeanDifference: { } moved } && interval.HalfWidth < Math.Abs(moved)));
    }

    [Fact]
    public void Run_AStudyThatFollowsTheVisitPolicy_MeasuresVisitsByItsCategoriesAndRules()
    {
        var study = Read(County.Replace("\"shape/townships=1\"", "\"run/visits/followsPolicy=true\", \"run/visits/groups/correction/perMillionPeople=20000\"", StringComparison.Ordinal)
            .Replace("\"lifecycles/daily/clocks/closure/limit=1 working-days\"", "\"visit-policy/rules/correction/every=7 calendar-days\", \"visit-policy/rules/correction/graceDays=2\"", StringComparison.Ordinal))!;
        var result = study.Run(study.Options with { Replications = ReplicationRange.FirstOf(2) });

        Assert.True(result.Summary("two-days", "visits-due").Mean > 3 * result.Summary("as-it-is", "visits-due").Mean);
        Assert.InRange(result.Summary("as-it-is", "visits-on-time").Mean!.Value, 0.7, 1);
        Assert.InRange(result.Summary("as-it-is", "visits-missed").Mean!.Value, 0, 0.2);
        Assert.InRange(result.Summary("two-days", "visit-minutes-per-day").Mean!.Value, 55, 85);
        Assert.Equal(
            ["correction", "mental-illness", "rehabilitation", "released", "rental"],
            study.Labels.Measures.Where(static one => one.Code.StartsWith("visits-on-time-", StringComparison.Ordinal)).Select(static one => one.Code["visits-on-time-".Length..]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Small.Labels.Measures, static one => one.Code.StartsWith("visit", StringComparison.Ordinal));
    }

    [Fact]
    public void Measures_OfAModelWithOtherTiers_AreOfTheseAndOfTheSizesThatAreClassed()
    {
        var sample = SampleCounty.Model;
        string Renamed(string tier) => "own-" + tier;
        var model = GovernanceModel.Compile(
            sample.Definitions with
            {
                Lifecycles = [.. sample.Definitions.Lifecycles.Select(one => one with { Code = Renamed(one.Code) })],
                Matters = [.. sample.Definitions.Matters.Select(one => one with { Tier = one.Tier is null ? null : Renamed(one.Tier) })],
            },
            out var report)!;
        Assert.DoesNotContain(report, static finding => finding.Severity == FindingSeverity.Error);
        var standard = CountyStudyParameters.Default;
        var scenario = CountyScenario.Create(model, standard with
        {
            Shape = standard.Shape with { Townships = 1 },
            Run = standard.Run with { Tiers = [.. standard.Run.Tiers.Select(one => one with { Tier = Renamed(one.Tier) })], Sizes = [new(CaseSize.Small, 3, 80), new(CaseSize.Hard, 1, 200)] },
        });
        var experiment = CountyScenario.Compare("own", scenario.As("own"), CountyScenario.Create(sample, standard with { Shape = standard.Shape with { Townships = 1 } }).As("sample"));
        var result = experiment.Run(new ExperimentOptions { Seed = 1, Replications = ReplicationRange.FirstOf(2) });

        Assert.Equal(["closure-rate-own-daily", "closure-rate-own-ordinary", "closure-rate-own-serious", "closure-rate-size-small", "closure-rate-size-hard"], experiment.Metrics.Skip(2).Take(5));
        Assert.Equal("Closed: Daily matter", CountyMeasures.Pick(experiment, "closure-rate-own-daily")[0].Title.En);
        Assert.InRange(result.Summary("own", "closure-rate-own-daily").Mean!.Value, 0.8, 1);
        Assert.InRange(result.Summary("own", "closure-rate-size-hard").Mean!.Value, 0.5, 1);
        Assert.Equal([null, null], result.ValuesOf("own", "closure-rate-daily"));
        Assert.All(result.ValuesOf("sample", "closure-rate-daily"), static value => Assert.NotNull(value));
        Assert.Contains("closure-rate-own-daily", Assert.Throws<ArgumentException>(() => CountyMeasures.Pick(experiment, "joy")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"county\"", "\"continent\"", "studies.unknown-kind", 2)]
    [InlineData("samples/CountyQuickstart/model", "samples/no-such", "studies.no-model", 2)]
    [InlineData("\"replications\": 4", "\"replications\": 0", "studies.no-replication", 2)]
    [InlineData("\"two-days\"", "\"as-it-is\"", "studies.repeated-scenario", 4)]
    [InlineData("\"seed\": 5", "\"control\": \"nobody\"", "studies.unknown-control", 2)]
    [InlineData("\"seed\": 5", "\"measures\": [\"joy\"]", "studies.unknown-measure", 2)]
    [InlineData("\"seed\": 5", "\"measures\": [\"on-time-rate\", \"on-time-rate\"]", "studies.repeated-measure", 2)]
    [InlineData("\"seed\": 5", "\"precision\": {\"measure\": \"joy\", \"halfWidth\": 1}", "studies.unknown-measure", 2)]
    [InlineData("\"seed\": 5", "\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 0}", "studies.unsound-precision", 2)]
    [InlineData("\"seed\": 5", "\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 1, \"confidence\": 1}", "studies.unsound-precision", 2)]
    [InlineData("\"seed\": 5", "\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 1, \"maximumReplications\": 1}", "studies.unsound-precision", 2)]
    [InlineData("\"seed\": 5", "\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 1, \"step\": 0}", "studies.unsound-precision", 2)]
    [InlineData("shape/townships=1", "shape/townships=0", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/misdispatchPermille=2000", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/matterWeights=[{\\\"code\\\": \\\"nope\\\", \\\"weight\\\": 1}]", "studies.unfit", 4)]
    [InlineData("run/to=2026-03-31", "run/to=2027-03-31", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/workerPost=nobody", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/dispatcherPost=nobody", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/departmentPost=grid-worker", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/dispatchTrigger=nothing", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/travelState=nowhere", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/codes/closureClock=never", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/workerChannel=typo", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "run/steps/handling/triggers/finish/code=finsh", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "workerScheme=grid-worker", "studies.unfit", 4)]
    [InlineData("shape/townships=1", "case-rules/code=x", "changes.leads-nowhere", 4)]
    [InlineData("shape/townships=1", "shapes/townships=1", "changes.leads-nowhere", 4)]
    [InlineData("closure/limit", "closing/limit", "changes.leads-nowhere", 4)]
    [InlineData("lifecycles/daily/clocks/closure/limit=1 working-days", "visit-policy/rules/nobody/every=7 calendar-days", "changes.leads-nowhere", 4)]
    [InlineData("lifecycles/daily/clocks/closure/limit=1 working-days", "visit-policy/post=nobody", "hosting.unknown-visiting-post", 4)]
    [InlineData("shape/townships=1", "run/visits/groups/released/perMillionPeople=-1", "studies.unfit", 4)]
    public void Read_WhatCannotBeRun_SaysWhere(string old, string now, string code, int line)
    {
        Assert.Null(Study.Read(Encoding.UTF8.GetBytes(County.Replace(old, now, StringComparison.Ordinal)), SourceTree.Path("study.json"), out var report));
        Assert.Contains(report, finding => finding.Code == code && finding.Place.Line == line);
    }

    [Theory]
    [InlineData("sampling", "comesAfterMinutes=-5", "\"comesAfterMinutes\" should be 0 to 86400, but is -5.")]
    [InlineData("sampling", "elsewherePermille=2000", "\"elsewherePermille\" should be 0 to 1000, but is 2000.")]
    [InlineData("sampling", "calledOverHours=2000000", "\"calledOverHours\" should be 0 to 8784, but is 2000000.")]
    [InlineData("notice", "groupPermille=1001", "\"groupPermille\" should be 0 to 1000, but is 1001.")]
    [InlineData("collection", "collectors=0", "\"collectors\" should be 1 to 1000000, but is 0.")]
    [InlineData("collection", "cells=1000", "\"cells\" should be 1 to 999, as the codes of one grid can count, but is 1000.")]
    [InlineData("notice", "shape/townships=900", "\"shape/townships\" should be 1 to 899, as its codes can count from 101 on, but is 900.")]
    [InlineData("notice", "householdsPerCell=253", "\"householdsPerCell\" should be 1 to 252, for at most 2000000 in the county, but is 253.")]
    [InlineData("sampling", "people=20000001", "\"people\" should be 1 to 20000000, but is 20000001.")]
    [InlineData("county", "shape/townships=900", "\"shape/townships\" should be 1 to 899, as its codes can count from 101 on, but is 900.")]
    [InlineData("county", "shape/cells=0", "\"shape/cells\" should be 1 to 999, as its codes can count from 1 on, but is 0.")]
    [InlineData("county", "shape/cells=999\", \"shape/grids=99", "\"shape\" should have at most 200000 cells in all, but has 1978020.")]
    [InlineData("county", "shape/peoplePerCell=2000000000", "\"shape/peoplePerCell\" should be 1 to 47619, for at most 20000000 people in the county, but is 2000000000.")]
    [InlineData("county", "run/reportsPerMillionPeople=1000000\", \"shape/peoplePerCell=47619", " reports of 19999980 people in ")]
    [InlineData("province", "workers=1", "\"workers\" should be 61000 to 10000000, at least one a grid, but is 1.")]
    [InlineData("province", "steps/handling/state=handlin", "\"steps\" should name a state of a lifecycle of the model (reported,")]
    [InlineData("province", "tiers/daily/tier=weekly", "\"tiers\" should name a tier with a lifecycle in the model (daily, ordinary, serious), but names \"weekly\"")]
    public void Read_AParameterThatCannotBe_IsNamedBeforeTheRun(string kind, string change, string said)
    {
        var text = $$"""{"code": "x", "title": {"en": "x", "zh": "x"}, "kind": "{{kind}}", "model": "samples/CountyQuickstart/model", "set": ["{{change}}"], "scenarios": [{"code": "a"}]}""";

        Assert.Null(Study.Read(Encoding.UTF8.GetBytes(text), SourceTree.Path("study.json"), out var report));
        Assert.Contains(report, finding => finding.Message.ToString().Contains(said, StringComparison.Ordinal));
        Assert.DoesNotContain(report, static finding => finding.Message.ToString().Contains("(Parameter", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 0.02, \"maximumReplications\": 2147483647}", "\"precision/maximumReplications\" should be at most 5000000 for 2 scenarios, 10000000 runs in all, but is 2147483647.")]
    [InlineData("\"precision\": {\"measure\": \"on-time-rate\", \"halfWidth\": 0.02, \"maximumReplications\": 5000000}", null)]
    [InlineData("\"replications\": 5000001", "\"replications\" should be at most 5000000 for 2 scenarios, 10000000 runs in all, but is 5000001.")]
    public void Read_MoreRunsThanThereMayBe_NamesTheMember(string member, string? said)
    {
        var study = Study.Read(Encoding.UTF8.GetBytes(County.Replace("\"replications\": 4", member, StringComparison.Ordinal)), SourceTree.Path("study.json"), out var report);

        Assert.Equal(said is null, study is not null);
        Assert.Equal(said is null ? [] : [("studies.too-many-runs", said)], report.Select(static finding => (finding.Code, finding.Message.ToString())));
    }

    [Fact]
    public void Rerun_AChangedParameter_IsNamedByWhereTheTextsPart()
    {
        var other = Read(County.Replace("run/staff/leaveDays=15", "run/staff/leaveDays=16", StringComparison.Ordinal))!;
        var message = Assert.Throws<ArgumentException>(() => other.Rerun(Whole.Manifest)).Message;

        Assert.Contains("\"leaveDays\": 16", message, StringComparison.Ordinal);
        Assert.InRange(message.Length, 50, 600);
    }

    [Fact]
    public void Folder_WrittenTwice_HoldsTheLaterAndCanBeReadBack()
    {
        var folder = Directory.CreateTempSubdirectory("study-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "notes.txt"), "mine");
            StudyFolder.Write(folder.FullName, Small.Run(Small.Options with { Replications = ReplicationRange.FirstOf(2) }), Small.Labels);
            StudyFolder.Write(folder.FullName, Whole, Small.Labels);

            var (result, labels) = StudyFolder.Read(folder.FullName);
            Assert.Equal(Whole.Manifest, result.Manifest);
            Assert.Equal(Small.Labels, labels);
            Assert.Equal("mine", File.ReadAllText(Path.Combine(folder.FullName, "notes.txt")));
            Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(folder.FullName)!, folder.Name + "*"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Folder_ThatCannotTakeAFile_StaysAsItWas()
    {
        var folder = Directory.CreateTempSubdirectory("study-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "values.csv"));

            Assert.Throws<IOException>(() => StudyFolder.Write(folder.FullName, Whole, Small.Labels));
            Assert.Single(folder.GetFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Rerun_FromTheManifestFile_GivesTheSameFilesBitForBit()
    {
        var manifest = ExperimentJson.ReadManifest(ExperimentJson.WriteManifest(Whole.Manifest), "manifest.json");

        AssertSameFiles(Small.Rerun(manifest, parallelism: 2));
    }

    [Fact]
    public void Rerun_AChangedRule_IsRefusedAndNamed()
    {
        var other = Read(County.Replace("limit=1 working-days", "limit=2 working-days", StringComparison.Ordinal))!;

        Assert.Contains("two-days", Assert.Throws<ArgumentException>(() => other.Rerun(Whole.Manifest)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_AreThoseOfTheModelsSchemes()
    {
        Assert.InRange(Whole.Summary("as-it-is", "worker-score").Mean!.Value, 40, 100);
        Assert.InRange(Whole.Summary("as-it-is", "department-score").Mean!.Value, 20, 100);
        Assert.True(Whole.Compare("two-days", "as-it-is", "worker-score").MeanDifference < 0, "A shorter limit makes more cases late, which costs points.");

        var without = Read(County.Replace("warmUpDays=2\"", "warmUpDays=2\", \"workerScheme=\"", StringComparison.Ordinal))!;
        var result = without.Run(without.Options with { Replications = ReplicationRange.FirstOf(1) });
        Assert.Null(result.Summary("as-it-is", "worker-score").Mean);
        Assert.NotNull(result.Summary("as-it-is", "department-score").Mean);
    }

    [Theory]
    [InlineData("--rerun", "MANIFEST")]
    [InlineData("--rerun", "MANIFEST", "--threads", "2")]
    public void Program_Rerun_WritesTheSameValues(params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("study-");
        try
        {
            string Path(string name) => System.IO.Path.Combine(folder.FullName, name);
            Assert.NotNull(Program(["-o", Path("a")], value: 1));

            Assert.NotNull(Program(["-o", Path("b"), .. options.Select(option => option == "MANIFEST" ? Path("a/manifest.json") : option)], value: 1));
            Assert.Equal(File.ReadAllBytes(Path("a/values.csv")), File.ReadAllBytes(Path("b/values.csv")));

            // Another program under the same name: a rerun finds out.
            Assert.Null(Program(["-o", Path("c"), "--rerun", Path("a/manifest.json")], value: 2));
            Assert.False(Directory.Exists(Path("c")));
            Assert.Null(Program(["--seed", "3", "--rerun", Path("a/manifest.json")], value: 1));
            Assert.Null(Program(["--rerun", Path("none.json")], value: 1));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Print_ThreeScenarios_ShowsIntervalsThatHoldTogether()
    {
        var experiment = new Experiment<int>(
            "three", [new("a", 0, ""), new("b", 1, ""), new("c", 2, "")], ["m"], static (i, replication) => replication.Record("m", replication.Streams.Stream("x" + i).NextNormal(100 * i, 9)));
        var labels = new StudyLabels { Title = new("t", "t"), Scenarios = [new("a", new("a", "a")), new("b", new("b", "b")), new("c", new("c", "c"))], Measures = [new("m", new("m", "m"), "u")], Control = "a" };
        var result = experiment.Run(new ExperimentOptions { Seed = 1 });
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        StudyProgram.Print(result, labels, CultureInfo.InvariantCulture, text);

        foreach (var one in result.CompareWithControl("a", "m"))
        {
            Assert.Contains($"± {one.Interval!.Value.HalfWidth.ToString("0.00", CultureInfo.InvariantCulture)}, variance", text.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Print_InChinese_HasNoEnglishWord()
    {
        StudyMeasure[] measures = [.. NoticeStudy.Measures, .. SamplingStudy.Measures, .. CollectionStudy.Measures, .. ProvinceStudy.Measures, .. CountyMeasures.Of(SampleCounty.Model, SampleCounty.FourWeeks)];
        EquatableArray<StudyMeasure> units = [.. measures.DistinctBy(static measure => measure.Unit).Select(static (measure, i) => measure with { Code = $"{i}", Title = new("t", "题") })];
        var experiment = new Experiment<int>("1", [new("1", 1, ""), new("2", 2, "")], [.. units.Select(static measure => measure.Code)], (i, replication) =>
        {
            foreach (var measure in units)
            {
                replication.Record(measure.Code, i + replication.Streams.Stream(measure.Code).NextDouble());
            }
        });
        var labels = new StudyLabels { Title = new("t", "题"), Scenarios = [new("1", new("a", "甲")), new("2", new("b", "乙"))], Measures = units, Control = "1" };
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        StudyProgram.Print(experiment.Run(new ExperimentOptions { Seed = 1 }), labels, CultureInfo.GetCultureInfo("zh-Hans"), text);

        Assert.True(units.Count > 8);
        Assert.DoesNotContain(text.ToString(), static c => char.IsAsciiLetter(c));
        Assert.Contains("方差比", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "--help")]
    [InlineData(0, "--seed", "2", "--help")]
    [InlineData(2, "--sead", "2")]
    public void Program_ToldToHelp_PrintsTheOptionsAndIsContent(int expected, params string[] args)
    {
        var experiment = new Experiment<int>("one", [new("a", 1, "")], ["m"], static (_, _) => throw new InvalidOperationException("It ran."));
        var labels = new StudyLabels { Title = new("t", "t"), Scenarios = [new("a", new("a", "a"))], Measures = [new("m", new("m", "m"), "u")], Control = "a" };
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        Assert.Equal(expected, StudyProgram.Execute(args, experiment, labels, seed: 1, replications: 3, output, error));
        Assert.Equal(expected == 0, output.ToString().Contains("--replications A..B | N, --seed N", StringComparison.Ordinal));
        Assert.Equal(expected == 2, error.ToString().Contains("but found \"--sead 2\"", StringComparison.Ordinal));
    }

    private static ExperimentResult? Program(string[] args, int value)
    {
        var experiment = new Experiment<int>("one", [new("a", value, "same")], ["m"], static (i, replication) => replication.Record("m", i + replication.Streams.Stream("x").NextDouble()));
        var labels = new StudyLabels { Title = new("t", "t"), Scenarios = [new("a", new("a", "a"))], Measures = [new("m", new("m", "m"), "u")], Control = "a" };
        return StudyProgram.Run(args, experiment, labels, seed: 1, replications: 3, TextWriter.Null, TextWriter.Null);
    }

    private static Study? Read(string text)
    {
        var study = Study.Read(Encoding.UTF8.GetBytes(text), SourceTree.Path("study.json"), out var report);
        report.EnsureNoErrors();
        return study;
    }

    private static void AssertSameFiles(ExperimentResult other)
    {
        foreach (var (one, same) in StudyFolder.Files(Whole, Small.Labels).Zip(StudyFolder.Files(other, Small.Labels)))
        {
            Assert.Equal(one.Key, same.Key);
            Assert.True(one.Value.AsSpan().SequenceEqual(same.Value), one.Key);
        }
    }
}
