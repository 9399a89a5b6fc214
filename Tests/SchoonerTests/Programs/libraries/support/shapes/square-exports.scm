(export area) (export perimeter)
