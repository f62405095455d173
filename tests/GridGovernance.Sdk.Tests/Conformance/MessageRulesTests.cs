namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class MessageRulesTests
{
    [Fact]
    public void CodeAndResourcesOfEveryRoom_AgreeWithEachOther() => Verdict.None(MessageFile.All.SelectMany(MessageRules.Violations));

    [Fact]
    public void ARoomThatUsesACatalogue_HasItsResources()
    {
        var rooms = SourceFile.All.Where(static file => file.Text.Contains("new MessageCatalogue(", StringComparison.Ordinal) || file.Text.Contains("MessageCatalogue Messages", StringComparison.Ordinal))
            .Select(static file => file.Path[..file.Path.LastIndexOf('/')]);

        Assert.Subset(MessageFile.All.Select(static messages => messages.Folder).ToHashSet(StringComparer.Ordinal), rooms.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""Messages["coverage.gap", area]""", "coverage.gap", "A gap of {0}.", "空隙{0}。", null)]
    [InlineData("""Messages["coverage.gap", area]""", "coverage.gap", "A gap of {0}.", "空隙。", "other placeholders")]
    [InlineData("""Messages["coverage.gap"]""", "coverage.gap", "A gap of {0}.", "空隙{0}。", "needs 1 values")]
    [InlineData("""Messages["coverage.gap", area, area]""", "coverage.gap", "A gap of {1}.", "空隙{1}。", "have a gap")]
    [InlineData("""Messages["coverage.overlap"]""", "coverage.gap", "A gap.", "空隙。", "is not in Messages.resx")]
    [InlineData("""nothing""", "coverage.gap", "A gap.", "空隙。", "used nowhere")]
    [InlineData("""Messages["coverage.gap"]""", "coverage.gap", "A gap.", "A gap.", "not in the language")]
    [InlineData("""Messages["grids.gap"]""", "grids.gap", "A gap.", "空隙。", "is expected to be \"coverage.\"")]
    public void AMessage_IsJudged(string code, string key, string english, string chinese, string? violation)
    {
        var source = new SourceFile("src/GridGovernance.Sdk/Coverage/A.cs", $"class A {{ object b = {code}; }}");
        var violations = MessageRules.Violations(new MessageFile("src/GridGovernance.Sdk/Coverage", Resx(key, english), Resx(key, chinese), [source]));

        if (violation is null)
        {
            Assert.Empty(violations);
        }
        else
        {
            Assert.Contains(violations, text => text.Contains(violation, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AKeyOfOneFileAlone_IsFound()
    {
        var source = new SourceFile("src/GridGovernance.Sdk/Coverage/A.cs", """class A { object b = Messages["coverage.gap"]; }""");
        var violations = MessageRules.Violations(new MessageFile("src/GridGovernance.Sdk/Coverage", Resx("coverage.gap", "A gap."), Resx("coverage.hole", "空隙。"), [source]));

        Assert.Equal(2, violations.Count());
    }

    private static string Resx(string key, string text) => $"<root><data name=\"{key}\"><value>{text}</value></data></root>";
}
