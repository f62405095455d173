using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.TestKit;
using static GridGovernance.Sdk.Tests.Permissions.Data.SmallCatalogue;

namespace GridGovernance.Sdk.Tests.Permissions.Data;

public sealed class DataProperties
{
    [Property(Arbitrary = [typeof(DataGenerators)])]
    public void Decide_OnAnyCatalogue_AgreesWithTheNaiveReader(DataCatalogueDefinition catalogue, DataAccessRequest ask)
    {
        var decision = Compile(catalogue).Decide(ask);
        var shuffled = Compile(catalogue with { Grants = EquatableArray.From(catalogue.Grants.Reverse()) }).Decide(ask);

        Assert.Equal(decision, shuffled);
        Assert.Equal(ask.Items.ToArray(), decision.Fields.Select(static field => field.Item));
        Assert.All(decision.Fields, field =>
        {
            var (show, rules, causes) = Naive(catalogue, ask, field.Item);
            Assert.Equal(show, field.Show);
            Assert.Equal(rules, field.Rules);
            Assert.Equal(causes, field.Refusals.Select(static refusal => refusal.Kind));
        });
    }

    [Property(Arbitrary = [typeof(DataGenerators)])]
    public void Run_OnAnyForms_FindsWhatABareCountFinds(DataCatalogueDefinition catalogue)
    {
        var found = CollectionAudit.Run(Compile(catalogue)).Select(static issue => $"{issue.Kind} {string.Join(' ', issue.Items)}").ToHashSet(StringComparer.Ordinal);

        var expected = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in catalogue.Items)
        {
            var asking = catalogue.Forms.Where(form => form.Items.Contains(item.Code)).ToList();
            var own = asking.Count(form => item.Code is "illness" ? form.Department is "health" && form.Post is null or "handler"
                : form.Department is null && string.Equals(form.Post, item.CollectingPost, StringComparison.Ordinal));
            Expect(own < asking.Count, $"SeveralCollectors {item.Code}");
            Expect(own > 1, $"AskedTwice {item.Code}");
            Expect(asking.Count == 0, $"NeverAsked {item.Code}");
            Expect(!catalogue.Grants.Any(grant => grant.Items.Contains(item.Code) || (item.Record is not null && grant.Records.Contains(item.Record))), $"NeverRead {item.Code}");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));

        void Expect(bool holds, string what)
        {
            if (holds)
            {
                expected.Add(what);
            }
        }
    }

    private static (DataShow Show, string[] Rules, RefusalKind[] Causes) Naive(DataCatalogueDefinition catalogue, DataAccessRequest ask, string code)
    {
        var item = catalogue.Items.SingleOrDefault(item => string.Equals(item.Code, code, StringComparison.Ordinal));
        if (item is null)
        {
            return (DataShow.Hidden, [], [RefusalKind.OutsideListOrTime]);
        }

        var about = catalogue.Grants.Where(grant => grant.Items.Contains(code) || (item.Record is { } record && grant.Records.Contains(record))).ToList();
        var who = about.Where(grant => (grant.Posts.Count == 0 || grant.Posts.Contains(ask.Actor.Post))
            && (grant.Departments.Count == 0 || grant.Departments.Contains(ask.Actor.Department ?? "-"))
            && (grant.Levels.Count == 0 || grant.Levels.Contains(ask.Actor.Level))).ToList();
        var own = ask.Actor.Department is not null || (ask.Actor.OwnArea is { } area && ask.Place.ToString().StartsWith(area.ToString(), StringComparison.Ordinal));
        var where = who.Where(grant => grant.BeyondOwnArea || own).ToList();
        var when = where.Where(grant => (grant.ValidFrom is not { } from || from <= ask.At.Date) && (grant.ValidTo is not { } to || to >= ask.At.Date)).ToList();
        var what = when.Where(grant => grant.Purposes.Contains(ask.Purpose)).ToList();
        var full = what.Where(grant => !grant.NeedsConsent || ask.HasConsent).ToList();
        var show = full.Count == 0 ? DataShow.Hidden : full.Max(static grant => grant.Shows);
        var breaks = ask.BreakGlass?.Reason is "danger-to-life" && code is "illness" or "phone" && ask.Actor.Post is "grid-worker" or "village-head" && own && catalogue.Purposes.Any(purpose => purpose.Code == ask.Purpose);
        if (breaks && ask.BreakGlass?.Reason is "danger-to-life" && show != DataShow.Full)
        {
            return (DataShow.Full, ["danger-to-life"], []);
        }

        if (full.Count > 0)
        {
            return (show, [.. full.Where(grant => grant.Shows == show).Select(static grant => grant.Code).Order(StringComparer.Ordinal)], []);
        }

        var cause = about.Count == 0 ? RefusalKind.NoSuchAction : who.Count == 0 ? RefusalKind.NotYourRole : where.Count == 0 ? RefusalKind.NotYourGrid
            : when.Count == 0 ? RefusalKind.OutsideListOrTime : RefusalKind.ConditionUnmet;
        return (DataShow.Hidden, [], ask.BreakGlass is null ? [cause] : [cause, RefusalKind.ConditionUnmet]);
    }
}
