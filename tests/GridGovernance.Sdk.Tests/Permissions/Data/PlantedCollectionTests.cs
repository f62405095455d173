using GridGovernance.Sdk.Permissions;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

/// <summary>Defects planted into a catalogue that is collected once, fifty of each kind.</summary>
public sealed class PlantedCollectionTests
{
    private const int Each = 50;
    private static readonly string[] Codes = ["name", "phone", "illness", "camera"];
    private static readonly (string? Post, string? Department)[] Askers = [("grid-worker", null), ("village-head", null), ("commander", null), (null, "civil-affairs"), ("handler", "civil-affairs")];

    public static TheoryData<CollectionIssueKind> Kinds => new(Enum.GetValues<CollectionIssueKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void APlantedDefect_IsFoundAndNothingElse(CollectionIssueKind kind)
    {
        for (var seed = 0; seed < Each; seed++)
        {
            var random = new Random(seed);
            var sound = Sound(random);
            Assert.Empty(CollectionAudit.Run(Compile(sound)));

            var (ill, code) = Plant(kind, sound, random);

            var issue = Assert.Single(CollectionAudit.Run(Compile(ill)));
            Assert.Equal(kind, issue.Kind);
            Assert.Contains(code, issue.Items);

            // Its forms show it: without them there is one asker left, or none as before.
            Assert.All(issue.Forms, form => Assert.Contains(ill.Forms, known => string.Equals(known.Code, form, StringComparison.Ordinal) && known.Items.Any(issue.Items.Contains)));
        }
    }

    /// <summary>The small catalogue with some items more, each asked for once by its collector, and read by somebody.</summary>
    private static DataCatalogueDefinition Sound(Random random)
    {
        var more = Enumerable.Range(0, random.Next(4)).Select(static i => $"more-{i}").ToArray();
        return Definition with
        {
            Items = [.. Definition.Items, .. more.Select(code => Item(code) with { Meaning = random.Next(2) == 0 ? code + "-meant" : null })],
            Forms = [.. Definition.Forms, .. more.Select(static code => Form(code + "-form", "grid-worker", null, code))],
        };
    }

    private static (DataCatalogueDefinition Ill, string Code) Plant(CollectionIssueKind kind, DataCatalogueDefinition sound, Random random)
    {
        var code = Codes[random.Next(Codes.Length)];
        var item = sound.Items.Single(item => string.Equals(item.Code, code, StringComparison.Ordinal));
        var asking = sound.Forms.Single(form => form.Items.Contains(code));
        switch (kind)
        {
            case CollectionIssueKind.SeveralCollectors:
                var others = Askers.Where(asker => asker != (asking.Post, asking.Department)).ToArray();
                var (post, department) = others[random.Next(others.Length)];
                return (sound with { Forms = sound.Forms.Add(Form("planted", post, department, code)) }, code);
            case CollectionIssueKind.AskedTwice:
                return (sound with { Forms = sound.Forms.Add(asking with { Code = "planted", Items = [code] }) }, code);
            case CollectionIssueKind.SameUnderTwoNames:
                var twin = item with { Code = "planted", Meaning = "the-same" };
                var items = sound.Items.Select(one => one == item ? item with { Meaning = "the-same" } : one).Append(twin);
                return (sound with { Items = EquatableArray.From(items), Forms = sound.Forms.Add(asking with { Code = "planted-form", Items = ["planted"] }), Grants = sound.Grants.Add(Grant("planted-read") with { Posts = ["village-head"], Items = ["planted"] }) }, code);
            case CollectionIssueKind.NeverAsked:
                return (sound with { Items = sound.Items.Add(Item("planted") with { Record = "resident" }) }, "planted");
            default:
                Assert.Equal(CollectionIssueKind.NeverRead, kind);
                return (sound with { Items = sound.Items.Add(Item("planted") with { Record = null }), Forms = sound.Forms.Add(Form("planted-form", "grid-worker", null, "planted")) }, "planted");
        }
    }
}
