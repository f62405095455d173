namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class DocumentationRulesTests
{
    [Fact]
    public void EveryPublicMember_IsDocumentedToTheEnd() => Verdict.None(SourceFile.All.SelectMany(DocumentationRules.Violations));

    [Theory]
    [InlineData("/// <summary>A.</summary>\npublic class A;", null)]
    [InlineData("/// <summary> </summary>\npublic class A;", "no summary")]
    [InlineData("/// <summary></summary>\npublic class A;", "no summary")]
    [InlineData("/// <summary>\n/// </summary>\npublic enum A;", "no summary")]
    [InlineData("/// <summary>A.</summary>\npublic record A(int B);", "parameter \"B\"")]
    [InlineData("/// <summary>A.</summary>\n/// <param name=\"B\"></param>\npublic record A(int B);", "parameter \"B\"")]
    [InlineData("/// <summary>A.</summary>\npublic class A<T>;", "type parameter \"T\"")]
    [InlineData("/// <summary>A.</summary>\npublic interface A { /// <summary>B.</summary>\nint B(); }", "what it returns")]
    [InlineData("/// <summary>A.</summary>\npublic class A { /// <summary>B.</summary>\npublic void B(int c) { } }", "parameter \"c\"")]
    [InlineData("/// <summary>A.</summary>\npublic class A { /// <inheritdoc/>\npublic int B(int c) => c; }", null)]
    [InlineData("/// <summary>A.</summary>\nclass A { /// <summary></summary>\npublic int B(int c) => c; }", null)]
    public void AMember_IsJudged(string text, string? violation)
    {
        var violations = DocumentationRules.Violations(new SourceFile("src/GridGovernance.Sdk/A.cs", text)).ToList();

        Assert.Equal(violation is null ? 0 : 1, violations.Count);
        Assert.All(violations, found => Assert.Contains(violation!, found, StringComparison.Ordinal));
    }
}
