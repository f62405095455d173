namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>What becomes of a feature whose form is sound but whose geometry is not valid, such as a ring that crosses itself.</summary>
public enum InvalidGeometry
{
    /// <summary>The file is refused, with every such feature named.</summary>
    Refuse = 0,

    /// <summary>The feature is kept as it is, for an audit to name what is wrong; one without any area keeps no boundary and says why in <see cref="GeoFeature.Problem"/>.</summary>
    Keep = 1,
}
