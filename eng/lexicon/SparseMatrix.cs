namespace LexiconBuilder;

/// <summary>A sparse matrix by rows. Every product adds in a fixed order, so that results do not depend on the number of threads.</summary>
internal sealed class SparseMatrix
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseMatrix(int rows, int columns, int[] starts, int[] columnOf, float[] values)
    {
        Rows = rows;
        Columns = columns;
        _starts = starts;
        _columns = columnOf;
        _values = values;
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Count => _values.Length;

    public static SparseMatrix FromRows(int columns, IReadOnlyList<Dictionary<int, double>> rows)
    {
        var starts = new int[rows.Count + 1];
        for (var i = 0; i < rows.Count; i++)
        {
            starts[i + 1] = starts[i] + rows[i].Count;
        }

        var columnOf = new int[starts[^1]];
        var values = new float[starts[^1]];
        for (var i = 0; i < rows.Count; i++)
        {
            var at = starts[i];
            foreach (var (column, value) in rows[i].OrderBy(entry => entry.Key))
            {
                columnOf[at] = column;
                values[at++] = (float)value;
            }
        }

        return new(rows.Count, columns, starts, columnOf, values);
    }

    public IEnumerable<(int Column, float Value)> Row(int row)
    {
        for (var i = _starts[row]; i < _starts[row + 1]; i++)
        {
            yield return (_columns[i], _values[i]);
        }
    }

    public SparseMatrix Transpose()
    {
        var starts = new int[Columns + 1];
        foreach (var column in _columns)
        {
            starts[column + 1]++;
        }

        for (var i = 0; i < Columns; i++)
        {
            starts[i + 1] += starts[i];
        }

        var next = starts[..^1];
        var columnOf = new int[Count];
        var values = new float[Count];
        for (var row = 0; row < Rows; row++)
        {
            for (var i = _starts[row]; i < _starts[row + 1]; i++)
            {
                var at = next[_columns[i]]++;
                columnOf[at] = row;
                values[at] = _values[i];
            }
        }

        return new(Columns, Rows, starts, columnOf, values);
    }

    /// <summary>The product with a dense matrix given by rows.</summary>
    public float[][] Multiply(float[][] dense)
    {
        var width = dense[0].Length;
        var product = new float[Rows][];
        Parallel.For(0, Rows, row =>
        {
            var sum = new float[width];
            for (var i = _starts[row]; i < _starts[row + 1]; i++)
            {
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(dense[_columns[i]], _values[i], sum, sum);
            }

            product[row] = sum;
        });
        return product;
    }
}
