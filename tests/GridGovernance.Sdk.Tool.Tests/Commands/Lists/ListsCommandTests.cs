using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Lists;

public sealed class ListsCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public ListsCommandTests()
    {
        ToolRun.Of("model", "new", Old);
        ToolRun.Of("model", "new", New);
    }

    private string Old => _folder["old"];

    private string New => _folder["new"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("110101")]
    [InlineData("999999")]
    public void Explain_OutsideTheCounty_IsNoQuestionToItsLists(string where)
    {
        var run = ToolRun.Of("lists", "explain", Old, "--who", "grid-worker", "--action", "handle", "--matter", "littering", "--where", where, "--at", "2026-02-02");

        Assert.Equal(ExitCode.Unusable, run.Exit);
        Assert.Contains($"whose lists these are, but is \"{where}\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_InChinese_SaysTheVerdictInChinese()
    {
        var run = ToolRun.Of("lists", "explain", Old, "--who", "grid-worker", "--action", "handle", "--matter", "littering", "--where", "510179100201001001", "--at", "2026-02-02", "--lang", "zh");

        Assert.Matches("准入清单: [^a-z]+ \\(", run.Output);
    }

    [Fact]
    public void Check_TheTemplate_IsClean()
    {
        var run = ToolRun.Of("lists", "check", Old);

        Assert.Equal((ExitCode.Ok, ""), (run.Exit, run.Output));
    }

    [Fact]
    public void Check_SeveralLeads_ShowsRulesAndWitnesses()
    {
        ChangeRules(static rules =>
        {
            var twin = Rule(rules, "handle-in-the-grid").DeepClone();
            twin["code"] = "handle-twice";
            twin["posts"] = new JsonArray("village-head");
            rules.Add(twin);
        });

        var run = ToolRun.Of("lists", "check", New, "--json");

        var finding = JsonNode.Parse(run.Output)!["findings"]!.AsArray().First(static node => (string?)node!["code"] == "permissions.several-leads")!;
        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Equal(["handle-in-the-grid", "handle-twice"], finding["rules"]!.AsArray().Select(static rule => (string?)rule));
        Assert.Equal("handle", (string?)finding["witness"]!["action"]);
        Assert.Equal(2, finding["witnesses"]!.AsArray().Count);
        Assert.Contains("shown by: ", ToolRun.Of("lists", "check", New).Output, StringComparison.Ordinal);
        Assert.Contains("例证: ", ToolRun.Of("lists", "check", New, "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ARuleThatDoesNothing_ShowsWhatItIsDueToAndARequest()
    {
        ChangeRules(static rules =>
        {
            var twin = Rule(rules, "handle-in-the-grid").DeepClone();
            twin["code"] = "handle-in-the-grid-again";
            rules.Add(twin);
        });

        var run = ToolRun.Of("lists", "check", New, "--json");

        var finding = Assert.Single(JsonNode.Parse(run.Output)!["findings"]!.AsArray())!;
        Assert.Equal(("permissions.rule-redundant", "handle-in-the-grid-again", "handle-in-the-grid"), ((string?)finding["code"], (string?)finding["rules"]![0], (string?)finding["causedBy"]![0]));
        Assert.Equal(("grid-worker", "handle"), ((string?)finding["witness"]!["who"], (string?)finding["witness"]!["action"]));
        Assert.Contains("because of: handle-in-the-grid\n", ToolRun.Of("lists", "check", New).Output, StringComparison.Ordinal);
    }

    // The faulty county's old rule: over since the end of 2024.
    [Fact]
    public void Check_TheFaultyCounty_ShowsTheRuleThatHasExpired()
    {
        var faulty = Path.Combine(GridGovernance.Sdk.TestKit.SourceTree.Root, "samples", "CountyQuickstart", "faulty");
        string[] Expired(params string[] more) => [.. JsonNode.Parse(ToolRun.Of(["lists", "check", faulty, "--json", .. more]).Output)!["findings"]!.AsArray()
            .Where(static finding => (string?)finding!["code"] == "permissions.rule-out-of-term").Select(static finding => (string)finding!["rules"]![0]!)];

        Assert.Empty(Expired());
        Assert.Contains("these end: faulty-expired 2024-12-31", ToolRun.Of("lists", "check", faulty).Error, StringComparison.Ordinal);
        Assert.Equal(["faulty-expired"], Expired("--from", "2026-01-01"));
        Assert.Equal(["faulty-expired"], Expired("--from", "2026-01-01", "--to", "2026-03-31"));
        Assert.Empty(Expired("--from", "2024-12-31"));
        Assert.Contains("permissions.rule-out-of-term", ToolRun.Of("model", "check", faulty, "--from", "2026-01-01").Output, StringComparison.Ordinal);
        Assert.Contains("from 2026-01-01 to 2026-03-31", ToolRun.Of("lists", "check", faulty, "--from", "2026-01-01", "--to", "2026-03-31").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_TheSoundCounty_IsCleanOnAnyDay()
    {
        var sound = Path.Combine(GridGovernance.Sdk.TestKit.SourceTree.Root, "samples", "CountyQuickstart", "model");
        Assert.Equal(ExitCode.Ok, ToolRun.Of("lists", "check", sound).Exit);
        Assert.Equal(ExitCode.Ok, ToolRun.Of("lists", "check", sound, "--from", "2026-01-01", "--to", "2026-03-31").Exit);
    }

    [Theory]
    [InlineData("soon", "2026-03-31", "--from")]
    [InlineData("2026-01-01", "2025-12-31", "--to")]
    public void Check_UnusableDays_SaysWhich(string from, string to, string option)
    {
        var run = ToolRun.Of("lists", "check", Old, "--from", from, "--to", to);
        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.StartsWith("gridgov: " + option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ATaskThatTheListDoesNotHold_IsAFinding()
    {
        var path = Path.Combine(New, "entry-list.json");
        var list = JsonNode.Parse(File.ReadAllText(path))!;
        list["items"]!.AsArray().RemoveAt(0);
        File.WriteAllText(path, list.ToJsonString());

        Assert.Equal(ExitCode.Findings, ToolRun.Of("lists", "check", New).Exit);
        Assert.Contains("not-admitted", ToolRun.Of("model", "check", New).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ADataCatalogueAndABurden_AreHeldAgainstTheListsAndShown()
    {
        File.WriteAllText(Path.Combine(New, "data-catalogue.json"), """
            {"code": "data", "version": "1", "title": {"en": "Data", "zh": "数据目录"},
            "purposes": [{"code": "service", "name": {"en": "Service", "zh": "服务"}}],
            "items": [
            {"code": "phone", "name": {"en": "Telephone", "zh": "电话"}, "subject": "people", "sensitivity": "personal", "collectingPost": "grid-worker", "purposes": ["service"], "legalBasis": "sample", "retention": "2 years", "origin": "sample", "source": "sample"}],
            "forms": [{"code": "theirs", "name": {"en": "Theirs", "zh": "表"}, "post": "village-head", "items": ["phone"], "origin": "sample", "source": "sample"}],
            "grants": [{"code": "read", "items": ["phone"], "posts": ["village-head"], "shows": "full", "purposes": ["service"], "origin": "sample", "source": "sample"}]}
            """);
        File.WriteAllText(Path.Combine(New, "burden.json"), """
            {"code": "burden", "source": "sample", "efforts": [{"matter": "littering", "function": "control", "timesPerMonth": 100, "minutesEach": 60}],
            "posts": [{"post": "grid-worker", "hoursPerMonth": 40}]}
            """);

        var run = ToolRun.Of("lists", "check", New, "--json");

        Assert.Equal(ExitCode.Findings, run.Exit);
        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray().ToDictionary(static finding => (string)finding!["code"]!, static finding => finding!);
        var several = findings["permissions.collected-by-several"];
        Assert.Equal(("data-catalogue.json", 4, "several-collectors", "theirs"), ((string?)several["file"], (int?)several["line"], (string?)several["kind"], (string?)several["witness"]!["forms"]![0]));
        var much = findings["permissions.burden-too-much"];
        Assert.Equal(("burden.json", 2, "grid-worker"), ((string?)much["file"], (int?)much["line"], (string?)much["witness"]!["post"]));
        Assert.True((decimal)much["witness"]!["load"]! >= 2.5m);
        Assert.All(findings.Values, static finding => Assert.NotNull(finding["rules"]));
    }

    [Fact]
    public void Explain_ADelegation_NamesItsChain()
    {
        File.WriteAllText(Path.Combine(Old, "delegations.json"), """
            {"code": "delegations", "delegations": [{"code": "leave-cover", "from": "grid-worker@510179100201001", "to": "village-head@510179100201", "actions": ["handle"], "matters": ["littering"],
            "validFrom": "2026-02-01", "validTo": "2026-02-28", "origin": "sample", "source": "sample"}]}
            """);

        var json = JsonNode.Parse(Explain("village-head@510179100201", "littering", "--json").Output)!;

        Assert.Equal(("allowed", "leave-cover", "grid-worker@510179100201001"), ((string?)json["decision"], (string?)json["delegations"]![0], (string?)json["delegatedBy"]));
        Assert.Equal((null, null, "handle-in-the-grid", "lead"), ((string?)json["cause"], (string?)json["nearest"], (string?)json["rules"]![0], (string?)json["stance"]));
        Assert.DoesNotContain("no power", (string?)json["reasons"]![0], StringComparison.Ordinal);
        Assert.Contains("by delegation: leave-cover", Explain("village-head@510179100201", "littering").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AYesAndANo_NameTheirReasons()
    {
        var yes = Explain("grid-worker@510179100201001", "littering");
        var no = Explain("village-head@510179100201", "littering", "--json");

        Assert.Equal(ExitCode.Ok, yes.Exit);
        Assert.StartsWith("decision: allowed\n", yes.Output, StringComparison.Ordinal);
        Assert.Contains("entry list: listed", yes.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Findings, no.Exit);
        var result = JsonNode.Parse(no.Output)!;
        Assert.Equal(("denied", "not-your-role"), ((string?)result["decision"], (string?)result["cause"]));
        Assert.NotNull(result["nearest"]);
        Assert.NotNull(result["admission"]);
        Assert.Null(JsonNode.Parse(Explain("department-handler@urban-management", "littering", "--json").Output)!["admission"]);
    }

    [Theory]
    [InlineData("nobody", "510179100201001001", "2026-02-02", "--who")]
    [InlineData("grid-worker", "5119", "2026-02-02", "--where")]
    [InlineData("grid-worker", "510179100201001001", "yesterday", "--at")]
    [InlineData("grid-worker", "510179100201001001", "2026-02-02", "--action", "--action", "handel")]
    [InlineData("grid-worker", "510179100201001001", "2026-02-02", "--matter", "--matter", "liter")]
    [InlineData("grid-worker", "510179100201001001", "2026-02-02", "--condition", "--condition", "luck")]
    [InlineData("department-handler@urban-management", "510179100201001001", "2026-02-02", "--kind", "--kind", "micro")]
    public void Explain_UnusableOptions_SaysWhich(string who, string where, string at, string option, params string[] more)
    {
        var given = new Dictionary<string, string> { ["--who"] = who, ["--action"] = "handle", ["--matter"] = "littering", ["--where"] = where, ["--at"] = at };
        if (more is [var name, var value])
        {
            given[name] = value;
        }

        var run = ToolRun.Of(["lists", "explain", Old, .. given.SelectMany(static pair => new[] { pair.Key, pair.Value })]);

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.StartsWith("gridgov: " + option, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(static letter => letter == '\n'));
    }

    [Fact]
    public void Explain_WithAKindOfUnit_DecidesByIt()
    {
        ChangeRules(static rules => Rule(rules, "handle-in-the-grid")["kinds"] = new JsonArray("dedicated", "micro"));
        ToolRun Ask(params string[] more) => ToolRun.Of(["lists", "explain", New, "--who", "grid-worker", "--action", "handle", "--matter", "littering", "--where", "510179100201001001", "--at", "2026-02-02", .. more]);

        var allowed = JsonNode.Parse(Ask("--kind", "micro", "--json").Output)!;
        Assert.Equal(("allowed", "micro"), ((string?)allowed["decision"], (string?)allowed["request"]!["kind"]));
        Assert.Equal("denied", (string?)JsonNode.Parse(Ask("--kind", "cell", "--json").Output)!["decision"]);
        var denied = JsonNode.Parse(Ask("--json").Output)!;
        Assert.Equal(("denied", null), ((string?)denied["decision"], (string?)denied["request"]!["kind"]));
        Assert.Contains("grid-worker (dedicated)", (string?)denied["nearest"], StringComparison.Ordinal);

        var unknown = Ask("--kind", "moon");
        Assert.Equal((ExitCode.Unusable, 1), (unknown.Exit, unknown.Error.Count(static letter => letter == '\n')));
        Assert.StartsWith("gridgov: --kind should be one of division, village, community, comprehensive, dedicated, micro, cell, off-territory, but is \"moon\".", unknown.Error, StringComparison.Ordinal);

        ChangeRules(static rules =>
        {
            var twin = Rule(rules, "handle-in-the-grid").DeepClone();
            (twin["code"], twin["posts"], twin["kinds"]) = ("handle-twice", new JsonArray("village-head"), new JsonArray("micro"));
            rules.Add(twin);
        });
        Assert.Contains("kind=micro", ToolRun.Of("lists", "check", New).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfEqualModels_IsEmpty_OfChangedOnes_NamesEachChangeWithItsWitness()
    {
        var same = ToolRun.Of("lists", "diff", Old, New);
        ChangeRules(static rules => Rule(rules, "handle-in-the-grid")["validTo"] = "2026-06-30");

        var changed = ToolRun.Of("lists", "diff", Old, New, "--json");

        Assert.Equal((ExitCode.Ok, ""), (same.Exit, same.Output));
        Assert.Equal(ExitCode.Findings, changed.Exit);
        var changes = JsonNode.Parse(changed.Output)!["authority"]!.AsArray();
        Assert.NotEmpty(changes);
        Assert.All(changes, static change => Assert.Equal(("newly-denied", "2026-07-01T00:00:00"), ((string?)change!["change"], (string?)change["witness"]!["at"])));
        Assert.StartsWith("- grid-worker handle ", ToolRun.Of("lists", "diff", Old, New).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfDelegations_NamesWhatTheyBring()
    {
        File.WriteAllText(Path.Combine(New, "delegations.json"), """
            {"code": "delegations", "delegations": [{"code": "leave-cover", "from": "grid-worker@510179100201001", "to": "village-head@510179100201", "actions": ["handle"], "matters": ["littering"],
            "validFrom": "2026-02-01", "validTo": "2026-02-28", "origin": "sample", "source": "sample"}]}
            """);

        var change = Assert.Single(JsonNode.Parse(ToolRun.Of("lists", "diff", Old, New, "--json").Output)!["delegated"]!.AsArray())!;
        Assert.Equal(("newly-allowed", "village-head@510179100201", "leave-cover"), ((string?)change["change"], (string?)change["who"], (string?)change["delegationsAfter"]![0]));
        Assert.StartsWith("- by delegation village-head handle littering 510179100201001 2026-02-01", ToolRun.Of("lists", "diff", New, Old).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_ExpectedDecisions_CountsThemAndNamesTheLineOfEachFailure()
    {
        var cases = _folder["cases.json"];
        File.WriteAllText(cases, """
            {"cases": [
            {"who": "grid-worker", "action": "handle", "matter": "littering", "where": "510179100201001001", "on": "2026-02-02", "expect": "allowed"},
            {"who": "grid-worker", "action": "handle", "matter": "littering", "where": "510179100201001001", "on": "2026-02-02", "expect": "denied"}
            ]}
            """);

        var text = ToolRun.Of("lists", "test", Old, cases);
        var json = JsonNode.Parse(ToolRun.Of("lists", "test", Old, cases, "--json").Output)!;

        Assert.Equal(ExitCode.Findings, text.Exit);
        Assert.StartsWith(cases + ":3: error permissions.test-answer: ", text.Output, StringComparison.Ordinal);
        Assert.Equal((1, 1, 1), ((int)json["passed"]!, (int)json["failed"]!, (int)json["cellsAsked"]!));
    }

    [Theory]
    [InlineData("{\"cases\": [{\"who\": 1}]}")]
    [InlineData("no json")]
    public void Test_AFileThatHoldsNoCases_IsRefusedWithItsLine(string content)
    {
        File.WriteAllText(_folder["cases.json"], content);

        var run = ToolRun.Of("lists", "test", Old, _folder["cases.json"]);

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.StartsWith("gridgov: " + _folder["cases.json"] + ":1", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryVerb_OnAFolderThatIsNotThere_IsRefused()
    {
        foreach (var args in new[] { new[] { "check", "nowhere" }, ["diff", "nowhere", Old], ["test", "nowhere", "cases.json"] })
        {
            var run = ToolRun.Of(["lists", .. args]);
            Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        }
    }

    private static JsonNode Rule(JsonArray rules, string code) => rules.First(rule => (string?)rule!["code"] == code)!;

    private ToolRun Explain(string who, string matter, params string[] more) =>
        ToolRun.Of(["lists", "explain", Old, "--who", who, "--action", "handle", "--matter", matter, "--where", "510179100201001001", "--at", "2026-02-02", .. more]);

    private void ChangeRules(Action<JsonArray> change)
    {
        var path = Path.Combine(New, "authority-list.json");
        var list = JsonNode.Parse(File.ReadAllText(path))!;
        change(list["rules"]!.AsArray());
        File.WriteAllText(path, list.ToJsonString());
    }
}
