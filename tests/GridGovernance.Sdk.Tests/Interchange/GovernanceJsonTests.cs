using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tests.Interchange;

public sealed class GovernanceJsonTests
{
    private static readonly CountyDefinition County = new()
    {
        Code = DivisionCode.Parse("511921", null),
        Name = new LocalizedText("Tongjiang County", "通江县"),
        AreaSquareKilometres = 4119m,
        Units = [new StatedCount("cell", 7709)],
    };

    [Fact]
    public void Read_WhatWasWritten_IsEqual()
    {
        var bytes = GovernanceJson.Write(County);

        Assert.Equal(County, GovernanceJson.Read<CountyDefinition>(bytes, "county.json").Value);
        Assert.Equal(ContentHash.Of(bytes), GovernanceJson.HashOf(County));
        Assert.Contains("通江县", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("null", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Resolver_UnderAHostsOptions_MeansTheSame()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = GovernanceJson.Resolver, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseUpper };
        var contract = (JsonTypeInfo<CountyDefinition>)options.GetTypeInfo(typeof(CountyDefinition));

        var text = JsonSerializer.Serialize(County, contract);

        Assert.Equal(County, GovernanceJson.Read<CountyDefinition>(Encoding.UTF8.GetBytes(text), "x").Value);
    }

    [Fact]
    public void Read_ATypeThatIsNoDefinition_Throws() =>
        Assert.Throws<NotSupportedException>(() => GovernanceJson.Read<Version>("{}"u8, "x"));

    [Fact]
    public void SchemaOf_ADefinition_NamesItsMembers()
    {
        var schema = GovernanceJson.SchemaOf<CountyDefinition>();

        Assert.Equal("county", (string?)schema["title"]);
        Assert.Equal("#/$defs/statedCount", (string?)schema["properties"]!["units"]!["items"]!["$ref"]);
        Assert.Equal(["code", "name"], schema["required"]!.AsArray().Select(name => (string?)name));
    }
}
