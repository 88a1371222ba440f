import dev.unirow.model.DerivedDtos;

@DerivedDtos("public")
class Hero {}
