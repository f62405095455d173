using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>The files of a model about powers and data beyond the two lists: each may be absent, and each is checked with the rest.</summary>
public sealed class PermissionFilesTests
{
    // Every matter takes an hour a month.
    private static readonly Lazy<string> Efforts = new(static () => string.Join(", ", GovernanceModel.LoadOrThrow(SampleModel.Folder).Matters.Matters
        .Select(static matter => $$"""{ "matter": "{{matter.Code}}", "function": "service", "timesPerMonth": 1, "minutesEach": 60 }""")));

    private static readonly (string File, string Text)[] Files =
    [
        ("entry-procedure.json", System.Text.Encoding.UTF8.GetString(GovernanceJson.Write(EntryProcedurePresets.Zhoushan with { Office = "grid-work-office" }))),
        ("delegations.json", """
            {
              "code": "delegations", "mostDepth": 1, "longestTerm": "3 months",
              "delegations": [
                { "code": "leave-cover", "from": "grid-worker@511921100201001", "to": "village-head@511921100201", "actions": ["handle"], "matters": ["fire-safety"],
                  "validFrom": "2026-02-01", "validTo": "2026-02-28", "origin": "sample", "source": "sample" }
              ]
            }
            """),
        ("measures.json", System.Text.Encoding.UTF8.GetString(GovernanceJson.Write(ProportionalityGate.Sample))),
        ("data-catalogue.json", """
            {
              "code": "data", "version": "1", "title": { "en": "Data", "zh": "数据目录" },
              "purposes": [ { "code": "service", "name": { "en": "Service", "zh": "服务" } } ],
              "items": [ { "code": "phone", "name": { "en": "Telephone", "zh": "电话" }, "subject": "people", "sensitivity": "personal", "collectingPost": "grid-worker", "purposes": ["service"],
                           "legalBasis": "sample", "retention": "2 years", "origin": "sample", "source": "sample" } ],
              "forms": [ { "code": "register", "name": { "en": "Register", "zh": "登记表" }, "post": "grid-worker", "items": ["phone"], "origin": "sample", "source": "sample" } ],
              "grants": [ { "code": "read", "items": ["phone"], "posts": ["village-head"], "shows": "full", "purposes": ["service"], "origin": "sample", "source": "sample" } ]
            }
            """),
        ("burden.json", """
            { "code": "burden", "source": "sample", "posts": [ { "post": "grid-worker", "hoursPerMonth": 160 } ], "efforts": [ EFFORTS ] }
            """),
    ];

    public static TheoryData<string, string, string, string> Faults => new()
    {
        { "entry-procedure.json", "\"office\": \"grid-work-office\"", "\"office\": \"nobody\"", "permissions.unknown-body" },
        { "delegations.json", "2026-02-28", "2026-06-30", "permissions.delegation-too-long" },
        { "measures.json", "\"county-commander\"", "\"county-comander\"", "permissions.unknown-post" },
        { "data-catalogue.json", "\"village-head\"", "\"vilage-head\"", "permissions.unknown-post" },
        { "burden.json", "\"post\": \"grid-worker\"", "\"post\": \"grid-woker\"", "permissions.unknown-post" },
        { "burden.json", "\"hoursPerMonth\": 160", "\"hoursPerMonth\": 1", "permissions.burden-too-much" },
        { "data-catalogue.json", "\"forms\": [", "\"forms\": [ { \"code\": \"second\", \"name\": { \"en\": \"Second\", \"zh\": \"二\" }, \"department\": \"health\", \"items\": [\"phone\"], \"origin\": \"sample\", \"source\": \"sample\" },", "permissions.collected-by-several" },
        { "delegations.json", "2026-02-01", "2026-02-31", "interchange.malformed" },
    };

    [Fact]
    public void Load_AModelWithEveryFile_HoldsAllOfThem()
    {
        using var sample = new SampleModel();
        foreach (var (file, _) in Files)
        {
            File.Delete(sample[file]);
        }

        var without = GovernanceModel.LoadOrThrow(sample.Path);
        Write(sample);

        var model = GovernanceModel.Load(sample.Path, out var report);

        Assert.Empty(report);
        Assert.Equal("zhoushan", model!.Permissions.EntryProcedure!.Definition.Code);
        Assert.Equal("leave-cover", model.Permissions.Delegations!.Definition.Delegations[0].Code);
        Assert.Equal("sample", model.Permissions.Measures!.Definition.Code);
        Assert.Equal("phone", model.Permissions.DataCatalogue!.Definition.Items[0].Code);
        Assert.Empty(model.Permissions.Collection);
        Assert.Equal("grid-worker", model.Permissions.Burden!.Posts[0].Post);
        Assert.True(model.Permissions.Burden.Posts[0].HoursPerUnit > 0);
        Assert.Null(without.Permissions.DataCatalogue);
        Assert.Null(without.Permissions.Burden);
        Assert.NotEqual(without.Hash, model.Hash);
        Assert.Equal(model.Hash, GovernanceModel.Compile(model.Definitions, out report)!.Hash);
        Assert.Empty(report);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Load_AModelWithAFault_NamesFileAndCode(string file, string was, string becomes, string code)
    {
        using var sample = new SampleModel();
        Write(sample);
        sample.Replace(file, was, becomes);

        GovernanceModel.Load(sample.Path, out var report);

        var finding = Assert.Single(report.DistinctBy(static finding => finding.Code));
        Assert.Equal((code, file), (finding.Code, finding.Place.File));
        Assert.NotNull(finding.Place.Line);
    }

    private static void Write(SampleModel sample)
    {
        foreach (var (file, text) in Files)
        {
            File.WriteAllText(sample[file], text.Replace("EFFORTS", Efforts.Value, StringComparison.Ordinal));
        }
    }
}
