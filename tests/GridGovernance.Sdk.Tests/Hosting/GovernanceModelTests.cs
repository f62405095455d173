using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tests.Hosting;

public sealed class GovernanceModelTests
{
    [Fact]
    public void Load_TheSample_HasNoErrors()
    {
        var model = GovernanceModel.Load(SampleModel.Folder, out var report);

        Assert.DoesNotContain(report, finding => finding.Severity == FindingSeverity.Error);
        Assert.NotNull(model);
        Assert.Equal(33, model.Townships.Count);
        Assert.Equal(5, model.Scheme.Levels.Count);
    }

    [Fact]
    public void Compile_TheDefinitionsOfTheSample_GivesAnEqualModel()
    {
        var loaded = GovernanceModel.LoadOrThrow(SampleModel.Folder);

        var compiled = GovernanceModel.Compile(loaded.Definitions, out var report);

        Assert.False(report.HasErrors);
        Assert.Equal(loaded.Hash, compiled!.Hash);
        Assert.Equal(loaded.Definitions, compiled.Definitions);
    }

    [Fact]
    public void Hash_OfAChangedDefinition_Differs()
    {
        var model = GovernanceModel.LoadOrThrow(SampleModel.Folder);

        var changed = model.Definitions with { County = model.County with { Population = 1 } };

        Assert.NotEqual(model.Hash, changed.ToHash());
    }

    [Fact]
    public void EveryFileOfTheSample_IsWrittenBackUnchanged()
    {
        var model = GovernanceModel.LoadOrThrow(SampleModel.Folder).Definitions;
        var written = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["county.json"] = GovernanceJson.Write(model.County),
            ["hierarchy.json"] = GovernanceJson.Write(model.Hierarchy),
            ["townships.csv"] = GovernanceCsv.Write(model.Townships),
            ["calendar.json"] = GovernanceJson.Write(model.Calendar),
            ["departments.csv"] = GovernanceCsv.Write(model.Departments),
            ["posts.csv"] = GovernanceCsv.Write(model.Posts),
            ["matters.csv"] = GovernanceCsv.Write(model.Matters),
            ["entry-list.json"] = GovernanceJson.Write(model.EntryList),
            ["authority-list.json"] = GovernanceJson.Write(model.AuthorityList),
        };
        written["visit-policy.json"] = GovernanceJson.Write(model.VisitPolicy!);
        written["staffing-standards.csv"] = GovernanceCsv.Write(model.Staffing.Standards);
        foreach (var team in model.Staffing.Teams)
        {
            written[$"teams/{team.Code}.json"] = GovernanceJson.Write(team);
        }

        written["entry-procedure.json"] = GovernanceJson.Write(model.Permissions.EntryProcedure!);
        written["delegations.json"] = GovernanceJson.Write(model.Permissions.Delegations!);
        written["measures.json"] = GovernanceJson.Write(model.Permissions.Measures!);
        written["data-catalogue.json"] = GovernanceJson.Write(model.Permissions.DataCatalogue!);
        written["burden.json"] = GovernanceJson.Write(model.Permissions.Burden!);
        foreach (var lifecycle in model.Lifecycles)
        {
            written[$"lifecycles/{lifecycle.Code}.json"] = GovernanceJson.Write(lifecycle);
        }

        foreach (var scheme in model.Assessments)
        {
            written[$"assessment/{scheme.Code}.json"] = GovernanceJson.Write(scheme);
        }

        var files = Directory.EnumerateFiles(SampleModel.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(SampleModel.Folder, file).Replace('\\', '/'));
        Assert.Equal(files.Order(StringComparer.Ordinal), written.Keys.Order(StringComparer.Ordinal));
        foreach (var (file, bytes) in written)
        {
            Assert.Equal(File.ReadAllText(Path.Combine(SampleModel.Folder, file)), System.Text.Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void Load_NumbersThatCannotBe_AreNamed()
    {
        using var sample = new SampleModel();
        string[] planted =
        [
            $"county.json:{sample.Replace("county.json", "\"population\": 720000", "\"population\": -5")} hosting.not-positive",
            $"county.json:{sample.Replace("county.json", "\"areaSquareKilometres\": 4119", "\"areaSquareKilometres\": 0")} hosting.not-positive",
            $"county.json:{sample.Replace("county.json", "\"count\": 33", "\"count\": 34")} hosting.stated-townships",
            $"hierarchy.json:{sample.Replace("hierarchy.json", "\"digits\": 6", "\"digits\": 7")} hosting.first-level-digits",
            $"lifecycles/daily.json:{sample.Replace("lifecycles/daily.json", "\"limit\": \"2 working-days\"", "\"limit\": \"0 working-days\"")} lifecycles.limit-not-positive",
        ];

        Assert.Null(GovernanceModel.Load(sample.Path, out var report));

        Assert.Equal([], planted.Except(Lines(report)));
    }

    [Fact]
    public void Load_TenFaultsInTenPlaces_ReportsThemAllWithFileLineAndCode()
    {
        using var sample = new SampleModel();
        string[] planted =
        [
            $"county.json:{sample.Replace("county.json", "\"population\"", "\"populatoin\"")} interchange.unknown-member",
            $"townships.csv:{sample.Replace("townships.csv", "511921101", "511922101")} hosting.township-elsewhere",
            $"hierarchy.json:{sample.Replace("hierarchy.json", "\"level\": \"cell\"", "\"level\": \"kell\"")} grids.unknown-level",
            $"calendar.json:{sample.Replace("calendar.json", "08:00-12:00", "08:00-25:61")} interchange.malformed",
            $"departments.csv:{sample.Replace("departments.csv", "\nhealth,", "\nhealth,,") + 1} interchange.cell-count",
            $"posts.csv:{sample.Replace("posts.csv", "village-head,township-commander", "village-head,township-comander")} staffing.unknown-supervisor",
            $"matters.csv:{sample.Replace("matters.csv", ",order,", ",ordre,")} interchange.unknown-value",
            $"entry-list.json:{sample.Replace("entry-list.json", "\"information-collection\"", "\"no-such-matter\"")} permissions.unknown-matter-in",
            $"authority-list.json:{sample.Replace("authority-list.json", "\"cell-informant\"", "\"no-such-post\"")} permissions.unknown-post",
            $"assessment/departments.json:{sample.Replace("assessment/departments.json", "\"version\": 1", "\"version\": \"1\"")} interchange.wrong-type",
        ];

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Null(model);
        Assert.Equal(
            planted.Order(StringComparer.Ordinal),
            Lines(report));
    }

    [Fact]
    public void Load_FaultsBetweenFiles_AreFound()
    {
        using var sample = new SampleModel();
        File.Copy(sample["lifecycles/daily.json"], sample["lifecycles/daily-2.json"]);
        string[] planted =
        [
            $"lifecycles/daily.json:{LineOf(sample["lifecycles/daily.json"], "\"code\"")} hosting.duplicate-definition",
            $"matters.csv:{sample.Replace("matters.csv", ",daily\n", ",dayly\n")} hosting.unknown-tier",
            $"lifecycles/ordinary.json:{sample.Replace("lifecycles/ordinary.json", "\"grid-worker\"", "\"grid-woker\"")} lifecycles.unknown-party",
            $"county.json:{sample.Replace("county.json", "\"cell\"", "\"kell\"")} hosting.unknown-level",
            $"assessment/departments.json:{sample.Replace("assessment/departments.json", "\"code\": \"closure-rate", "\"code\": \"x-closure-rate")} assessment.unknown-indicator",
        ];

        GovernanceModel.Load(sample.Path, out var report);

        Assert.Equal(planted.Order(StringComparer.Ordinal), Lines(report));
    }

    [Fact]
    public void Load_AnEmptyFolder_NamesEveryFileThatShouldBeThere()
    {
        var folder = Directory.CreateTempSubdirectory("gg-empty-");
        try
        {
            GovernanceModel.Load(folder.FullName, out var report);

            Assert.Equal(ModelFile.All.Where(file => !file.IsOptional).Select(file => file.Path), report.Select(finding => finding.Place.File));
            Assert.All(report, finding => Assert.Equal("hosting.missing-file", finding.Code));
        }
        finally
        {
            folder.Delete();
        }
    }

    [Fact]
    public void Load_AFileThatNoModelReads_IsAWarning()
    {
        using var sample = new SampleModel();
        File.Move(sample["lifecycles/daily.json"], sample["daily.json"]);
        File.WriteAllText(sample["notes.txt"], "not a definition");

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Contains(report, finding => (finding.Code, finding.Place.File, finding.Severity) == ("hosting.unknown-file", "daily.json", FindingSeverity.Warning));
        Assert.DoesNotContain(report, finding => finding.Place.File == "notes.txt");
        Assert.Null(model);
    }

    [Fact]
    public void Load_AFileThatIsTooLarge_IsNotRead()
    {
        GovernanceModel.Load(SampleModel.Folder, out var report, new ModelOptions { Limits = new ImportLimits { MaxBytes = 10 } });

        Assert.All(report, finding => Assert.Equal("hosting.too-large", finding.Code));
    }

    [Fact]
    public void LoadOrThrow_AFaultyFolder_ThrowsTheReport() =>
        Assert.NotEmpty(Assert.Throws<GovernanceException>(() => GovernanceModel.LoadOrThrow("no-such-folder")).Report);

    private static int LineOf(string file, string text) => File.ReadAllLines(file).TakeWhile(line => !line.Contains(text, StringComparison.Ordinal)).Count() + 1;

    private static IEnumerable<string> Lines(FindingReport report) => report
        .Where(finding => finding.Severity == FindingSeverity.Error)
        .Select(finding => $"{finding.Place.File}:{finding.Place.Line} {finding.Code}")
        .Order(StringComparer.Ordinal);
}
