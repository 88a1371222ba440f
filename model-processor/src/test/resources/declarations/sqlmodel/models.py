from sqlmodel import Field, Relationship, SQLModel


class TeamFields(SQLModel):
    name: str = Field(index=True)
    headquarters: str


class Team(TeamFields, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team")


class TeamCreate(TeamFields):
    pass


class TeamUpdate(SQLModel):
    name: str | None = None
    headquarters: str | None = None


class TeamPublic(TeamFields):
    id: int


class HeroFields(SQLModel):
    name: str = Field(index=True)
    age: int | None = Field(default=None, index=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")


class Hero(HeroFields, table=True):
    id: int | None = Field(default=None, primary_key=True)
    secret_name: str
    team: Team | None = Relationship(back_populates="heroes")


class HeroCreate(HeroFields):
    secret_name: str


class HeroUpdate(SQLModel):
    name: str | None = None
    secret_name: str | None = None
    age: int | None = None
    team_id: int | None = None


class HeroPublic(HeroFields):
    id: int


class HeroPublicWithTeam(HeroPublic):
    team: TeamPublic | None = None


class TeamPublicWithHeroes(TeamPublic):
    heroes: list[HeroPublic] = []
