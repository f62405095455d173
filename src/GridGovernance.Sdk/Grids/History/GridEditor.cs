using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>Decides edits of a history, one method for each kind.</summary>
internal static class GridEditor
{
    /// <summary>Decides an edit.</summary>
    /// <param name="history">The history.</param>
    /// <param name="edit">The edit.</param>
    /// <returns>The event, or every reason against it.</returns>
    /// <exception cref="ArgumentException">The edit is of an unknown kind.</exception>
    internal static Decision<GridEvent> Decide(GridHistory history, GridEdit edit)
    {
        var draft = new GridDraft(history, edit.On);
        var kind = edit switch
        {
            EstablishUnits establish => Establish(draft, establish),
            SplitUnit split => Split(history, draft, split),
            MergeUnits merge => Merge(history, draft, merge),
            MoveBoundary move => Move(draft, move),
            RenameUnit rename => Rename(draft, rename),
            AbolishUnits abolish => Abolish(draft, abolish),
            TransferUnit transfer => Transfer(history, draft, transfer),
            _ => throw new ArgumentException($"Expected an edit of this library, but found \"{edit.GetType()}\".", nameof(edit)),
        };
        return draft.Conclude(kind, edit.Reason);
    }

    private static GridEventKind Establish(GridDraft draft, EstablishUnits edit)
    {
        if (edit.Units.Count == 0)
        {
            draft.Refuse("grids.edit-empty");
        }

        foreach (var unit in edit.Units)
        {
            draft.RequireName(unit.Code, unit.Name);
            draft.Begin(unit);
            draft.MustTile(unit.Parent);
            draft.MustTile(unit.Code);
        }

        return GridEventKind.Established;
    }

    private static GridEventKind Split(GridHistory history, GridDraft draft, SplitUnit edit)
    {
        if (draft.Require(edit.Unit) is not { } unit)
        {
            return GridEventKind.Split;
        }

        if (edit.Parts.Count < 2)
        {
            draft.Refuse("grids.split-parts", edit.Unit, edit.Parts.Count);
        }

        var parts = new List<GridUnit>();
        foreach (var part in edit.Parts)
        {
            if (part.Boundary is null != unit.Boundary is null)
            {
                draft.Refuse("grids.split-boundary", part.Name, edit.Unit);
                return GridEventKind.Split;
            }

            var code = part.Code ?? draft.NextCode(unit.Parent, unit.Level);
            if (code == GridCode.None)
            {
                draft.Refuse("grids.codes-used-up", unit.Parent?.ToString() ?? "–", unit.Level);
                return GridEventKind.Split;
            }

            draft.RequireName(code, part.Name);
            var begun = unit.Under(code, unit.Parent).Named(part.Name).Within(part.Boundary).As(part.Kind ?? unit.Kind);
            parts.Add(begun);
            if (code == unit.Code)
            {
                draft.Continue(begun);
            }
            else
            {
                draft.Begin(begun);
                draft.Link(unit.Code, code);
            }
        }

        if (unit.Boundary is not null)
        {
            draft.CheckParts(unit.Code, unit.Boundary, parts);
        }

        if (!parts.Exists(p => p.Code == unit.Code))
        {
            draft.End(unit.Code);
        }

        foreach (var child in history.PartsOf(unit.Code))
        {
            Hand(draft, history.Find(child)!, unit.Code, PartOf(history.Find(child)!, parts));
        }

        parts.ForEach(p => draft.MustTile(p.Code));
        return GridEventKind.Split;
    }

    private static GridEventKind Merge(GridHistory history, GridDraft draft, MergeUnits edit)
    {
        var units = edit.Units.Distinct().Select(draft.Require).OfType<GridUnit>().ToList();
        if (units.Count < 2)
        {
            draft.Refuse("grids.merge-units", units.Count);
            return GridEventKind.Merged;
        }

        var first = units[0];
        foreach (var unit in units)
        {
            if (unit.Level != first.Level || unit.Parent != first.Parent || unit.Boundary is null != first.Boundary is null)
            {
                draft.Refuse("grids.merge-unlike", first.Code, unit.Code);
                return GridEventKind.Merged;
            }
        }

        var boundary = first.Boundary is null ? null : BoundaryAlgebra.TryUnite(units.ConvertAll(static u => u.Boundary!));
        if (boundary is null && first.Boundary is not null)
        {
            draft.Refuse("grids.merge-overlap", string.Join(", ", units.Select(static u => u.Code)));
            return GridEventKind.Merged;
        }

        var code = edit.Code ?? draft.NextCode(first.Parent, first.Level);
        if (code == GridCode.None)
        {
            draft.Refuse("grids.codes-used-up", first.Parent?.ToString() ?? "–", first.Level);
            return GridEventKind.Merged;
        }

        // A unit that takes the others in stays of its kind.
        draft.RequireName(code, edit.Name);
        var heir = units.Find(u => u.Code == code);
        var merged = (heir ?? first).Under(code, first.Parent).Named(edit.Name).Within(boundary);
        if (heir is not null)
        {
            draft.Continue(merged);
        }
        else
        {
            draft.Begin(merged);
        }

        foreach (var unit in units.Where(u => u.Code != code))
        {
            draft.End(unit.Code);
            draft.Link(unit.Code, code);
            foreach (var child in history.PartsOf(unit.Code))
            {
                Hand(draft, history.Find(child)!, unit.Code, code);
            }
        }

        draft.MustTile(code);
        return GridEventKind.Merged;
    }

    private static GridEventKind Move(GridDraft draft, MoveBoundary edit)
    {
        if (edit.Units.Count == 0)
        {
            draft.Refuse("grids.edit-empty");
        }

        foreach (var reshape in edit.Units)
        {
            if (draft.Require(reshape.Unit) is { } unit)
            {
                draft.Continue(unit.Within(reshape.Boundary));
                draft.MustTile(unit.Parent);
                draft.MustTile(unit.Code);
            }
        }

        return GridEventKind.BoundaryMoved;
    }

    private static GridEventKind Rename(GridDraft draft, RenameUnit edit)
    {
        if (draft.Require(edit.Unit) is { } unit)
        {
            draft.RequireName(unit.Code, edit.Name);
            draft.Continue(unit.Named(edit.Name));
        }

        return GridEventKind.Renamed;
    }

    private static GridEventKind Abolish(GridDraft draft, AbolishUnits edit)
    {
        if (edit.Units.Count == 0)
        {
            draft.Refuse("grids.edit-empty");
        }

        foreach (var code in edit.Units)
        {
            if (draft.Require(code) is { } unit)
            {
                draft.End(code);
                draft.MustTile(unit.Parent);
            }
        }

        foreach (var successor in edit.Successors)
        {
            if (edit.Units.Contains(successor))
            {
                draft.Refuse("grids.edit-own-successor", successor);
            }
            else if (draft.Require(successor) is not null)
            {
                foreach (var code in edit.Units)
                {
                    draft.Link(code, successor);
                }
            }
        }

        return GridEventKind.Abolished;
    }

    private static GridEventKind Transfer(GridHistory history, GridDraft draft, TransferUnit edit)
    {
        if (draft.Require(edit.Unit) is not { } unit || draft.Require(edit.Parent) is not { } parent)
        {
            return GridEventKind.Transferred;
        }

        if (unit.Parent is not { } old || old == edit.Parent || history.Find(old)!.Level != parent.Level)
        {
            draft.Refuse("grids.transfer-parent", edit.Unit, unit.Parent?.ToString() ?? "–", edit.Parent);
            return GridEventKind.Transferred;
        }

        draft.Recode(unit, edit.Parent, edit.Code);
        if (unit.Boundary is { } boundary)
        {
            MoveGround(history, draft, unit, boundary, parent);
        }

        return GridEventKind.Transferred;
    }

    // From the old parent and those above it to the new one and those above it, up to the first that has both.
    private static void MoveGround(GridHistory history, GridDraft draft, GridUnit unit, GridBoundary boundary, GridUnit to)
    {
        GridUnit? from = history.Find(unit.Parent!.Value);
        GridUnit? into = to;
        while (from is not null && into is not null && from.Code != into.Code)
        {
            if (from.Boundary is not null)
            {
                if (!BoundaryAlgebra.TrySubtract(from.Boundary, boundary, out var rest) || rest is null)
                {
                    draft.Refuse("grids.transfer-empties", unit.Code, from.Code);
                    return;
                }

                draft.Continue(from.Within(rest));
            }

            if (into.Boundary is not null)
            {
                if (BoundaryAlgebra.TryUnite([into.Boundary, boundary]) is not { } union)
                {
                    draft.Refuse("grids.merge-overlap", string.Join(", ", into.Code, unit.Code));
                    return;
                }

                draft.Continue(into.Within(union));
            }

            draft.MustTile(from.Code);
            draft.MustTile(into.Code);
            from = from.Parent is { } above ? history.Find(above) : null;
            into = into.Parent is { } over ? history.Find(over) : null;
        }

        draft.MustTile(from?.Code);
    }

    // A part of a unit that was split or merged stays where its unit keeps the code, and moves otherwise.
    private static void Hand(GridDraft draft, GridUnit child, GridCode from, GridCode to)
    {
        if (from != to)
        {
            draft.Recode(child, to);
        }
    }

    private static GridCode PartOf(GridUnit child, List<GridUnit> parts)
    {
        if (child.Boundary is not null)
        {
            var inside = child.Boundary.LabelPoint;
            foreach (var part in parts)
            {
                if (part.Boundary?.Contains(inside) == true)
                {
                    return part.Code;
                }
            }
        }

        return parts[0].Code;
    }
}
