"""存证: the places of entries in one tree, its nodes, checkpoints, co-signatures, daily roots."""

from __future__ import annotations

from django.db import models


class Leaf(models.Model):
    """叶: the place of one committed entry among all entries. Never changed."""

    position = models.BigIntegerField("位置", primary_key=True)
    region_code = models.CharField("区划代码", max_length=12)
    entry_id = models.UUIDField("账目", unique=True)
    hash = models.BinaryField("叶哈希", max_length=32)
    placed_at = models.DateTimeField("编入时间")

    class Meta:
        verbose_name = "存证叶"
        indexes = [models.Index(fields=["hash"], name="leaf_by_hash")]

    def __str__(self) -> str:
        return str(self.position)


class TreeNode(models.Model):
    """树节点: the hash over a full subtree, so that proofs need not compute it again. Never changed."""

    no = models.BigIntegerField("节点号", primary_key=True)
    hash = models.BinaryField("哈希", max_length=32)

    class Meta:
        verbose_name = "存证树节点"

    def __str__(self) -> str:
        return str(self.no)


class TreeHead(models.Model):
    """树头: one row, locked by whoever places entries; the last sign of life and the last fault stand here, too."""

    size = models.BigIntegerField("叶数", default=0)
    peaks = models.JSONField("前沿", default=list)
    swept_at = models.DateTimeField("最近一次编入", null=True)
    whole_at = models.DateTimeField("最近一次全部核对", null=True)
    beat = models.JSONField("心跳", default=dict)
    fault = models.CharField("故障", max_length=200, blank=True)

    class Meta:
        verbose_name = "存证树头"

    def __str__(self) -> str:
        return str(self.size)


class Checkpoint(models.Model):
    """检查点: the root over the first `size` leaves at a time, signed by a key that the database doesn't know."""

    size = models.BigIntegerField("叶数", primary_key=True)
    root = models.CharField("根", max_length=64)
    at = models.DateTimeField("时间", db_index=True)
    origin = models.CharField("来源", max_length=60)
    suite = models.CharField("签名套件", max_length=8)
    key = models.CharField("公钥", max_length=130)
    signature = models.CharField("签名", max_length=160)
    token = models.TextField("时间戳", blank=True)

    class Meta:
        verbose_name = "检查点"

    def __str__(self) -> str:
        return f"{self.size} {self.root[:12]}"


class Cosignature(models.Model):
    """见证签名: what a witness signed after it had seen that a checkpoint extends all earlier ones."""

    size = models.BigIntegerField("叶数")
    key = models.CharField("见证公钥", max_length=64)
    witnessed_at = models.DateTimeField("见证时间")
    signature = models.CharField("签名", max_length=128)

    class Meta:
        verbose_name = "见证签名"
        constraints = [models.UniqueConstraint(fields=["size", "key"], name="cosignature_once")]

    def __str__(self) -> str:
        return f"{self.size} {self.key[:12]}"


class DailyRoot(models.Model):
    """每日存证根: the last checkpoint of a day, fixed when the day is over."""

    day = models.DateField("日期", primary_key=True)
    size = models.BigIntegerField("叶数")

    class Meta:
        verbose_name = "每日存证根"

    def __str__(self) -> str:
        return f"{self.day:%F}"


class Witness(models.Model):
    """见证方: when a witness was last heard, how far it followed, and what it complained of."""

    key = models.CharField("见证公钥", max_length=64, primary_key=True)
    seen_at = models.DateTimeField("最近一次见到")
    size = models.BigIntegerField("见证到", default=0)
    alarms = models.JSONField("告警", default=list)

    class Meta:
        verbose_name = "见证方"

    def __str__(self) -> str:
        return self.key[:12]


APPEND_ONLY = (Leaf, TreeNode, Checkpoint, Cosignature, DailyRoot)
