import dev.unirow.model.ModelSpec;

@ModelSpec
class HeroSpec {}
