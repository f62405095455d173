using GridGovernance.Sdk.Interchange.Shapes;

namespace GridGovernance.Sdk.Tests.Interchange;

/// <summary>Walks the shapes of a file.</summary>
internal static class ObjectShapes
{
    /// <summary>Adds a shape and every one inside it, each once.</summary>
    internal static void CollectInto(this Shape shape, List<ObjectShape> found)
    {
        if (shape is ListShape list)
        {
            list.Item.CollectInto(found);
        }
        else if (shape is ObjectShape type && !found.Contains(type))
        {
            found.Add(type);
            foreach (var member in type.Members)
            {
                member.Shape.CollectInto(found);
            }
        }
    }
}
