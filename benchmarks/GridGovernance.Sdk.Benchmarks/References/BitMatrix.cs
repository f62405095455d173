using System.Collections.Frozen;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What one writes by hand where rules are simple: three dictionaries and a bit a combination of matter, action and post.</summary>
internal sealed class BitMatrix
{
    private readonly FrozenDictionary<string, int> _matters;
    private readonly FrozenDictionary<string, int> _actions;
    private readonly FrozenDictionary<string, int> _posts;
    private readonly ulong[] _bits;

    internal BitMatrix(AuthorityList list)
    {
        _matters = Numbers(list.Catalogue.Matters.Select(static matter => matter.Code));
        _actions = Numbers(list.Definition.Actions.Select(static action => action.Code));
        _posts = Numbers(list.Establishment.Posts.Select(static post => post.Code));
        _bits = new ulong[((_matters.Count * _actions.Count * _posts.Count) + 63) >> 6];
        foreach (var rule in list.Definition.Rules.Where(static rule => rule.Stance != AuthorityStance.MustNot))
        {
            var index = IndexOf(_matters[rule.Matters[0]], _actions[rule.Actions[0]], _posts[rule.Posts[0]]);
            _bits[index >> 6] |= 1UL << (index & 63);
        }
    }

    internal int IndexOf(int matter, int action, int post) => (((matter * _actions.Count) + action) * _posts.Count) + post;

    internal bool IsAllowed(string matter, string action, string post) =>
        _matters.TryGetValue(matter, out var m) && _actions.TryGetValue(action, out var a) && _posts.TryGetValue(post, out var p) && IsAllowed(IndexOf(m, a, p));

    internal bool IsAllowed(int index) => (_bits[index >> 6] & (1UL << (index & 63))) != 0;

    private static FrozenDictionary<string, int> Numbers(IEnumerable<string> codes) =>
        codes.Select(static (code, id) => (code, id)).ToFrozenDictionary(static pair => pair.code, static pair => pair.id, StringComparer.Ordinal);
}
