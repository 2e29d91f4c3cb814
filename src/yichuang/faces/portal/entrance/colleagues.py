"""其他岗位的人: somebody for each post of a department that no card stands for, so that every duty can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yichuang.records.org.directory import Directory
from yichuang.records.org.models import Department, Posting, User
from yichuang.rules.permissions import OFFICE


@dataclass(frozen=True, slots=True)
class Colleagues:
    """A department with the log-ins, posts and names of its people."""

    department: Department
    people: tuple[tuple[str, str, str], ...]


def colleagues_of(directory: Directory, today: date, carded: Collection[UUID]) -> list[Colleagues]:
    """Return the departments with posts that nobody with a card holds, each with one person for such a post.

    Whoever holds two posts of a department, or only stands in, does not stand for them: one may not verify what one
    reviewed, so a second person for it is shown where there is one.  One query.
    """
    posts = [post for found in directory.postings.values() for post in found if _works(post, today)]
    held = Counter((post.user_id, post.department_id) for post in posts)
    single = [post for post in posts if held[post.user_id, post.department_id] == 1 and not post.is_b]
    alone = [post for post in single if post.user_id in carded]
    known = {(post.department_id, post.role) for post in alone}
    wanted: dict[UUID, dict[str, Posting]] = {}
    for post in (one for one in posts if one.user_id not in carded):
        if post.department_id is not None and (post.department_id, post.role) not in known:
            wanted.setdefault(post.department_id, {}).setdefault(post.role, post)
    ids = {post.user_id for by_role in wanted.values() for post in by_role.values()}
    users = {row[0]: row[1:] for row in User.objects.filter(id__in=ids).values_list("id", "username", "display_name")}
    return [_shown(directory.departments[department], by_role, users) for department, by_role in wanted.items()]


def _works(post: Posting, today: date) -> bool:
    return post.role in OFFICE and post.starts_on <= today and (post.ends_on is None or today <= post.ends_on)


def _shown(department: Department, by_role: Mapping[str, Posting], users: Mapping[UUID, tuple[str, str]]) -> Colleagues:
    people = ((users[post.user_id][0], post.get_role_display(), users[post.user_id][1]) for post in by_role.values())
    return Colleagues(department, tuple(people))
